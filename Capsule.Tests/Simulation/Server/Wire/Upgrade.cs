using Microsoft.AspNetCore.Http.Features;

namespace Capsule.Tests.Simulation.Wire;

/// <summary>A request that becomes a socket.</summary>
internal sealed class Upgrade(Cable cable) : IHttpUpgradeFeature, IHttpRequestLifetimeFeature
{
    private readonly CancellationTokenSource _aborted = new();
    private CancellationToken? _other;

    public bool IsUpgradableRequest => true;

    public CancellationToken RequestAborted
    {
        get => _other ?? _aborted.Token;
        set => _other = value;
    }

    public Task<Stream> UpgradeAsync() => Task.FromResult<Stream>(cable);

    public void Abort() => cable.Dispose();

    /// <summary>The connection is gone.</summary>
    public void Break()
    {
        cable.Cut();
        _aborted.Cancel();
    }
}
