using System.Threading.Channels;

namespace Capsule.Tests.Hosting;

/// <summary>Fetches texts from far away: a service of one call, whose answers a test gives.</summary>
public sealed class Courier(CourierDesk desk) : IAsyncDisposable
{
    public async Task<string> FetchAsync(string what, CancellationToken cancellation)
    {
        var errand = new Errand(what, this, new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously), cancellation);
        desk.Take(errand);
        return await errand.Answer.Task.WaitAsync(cancellation);
    }

    /// <summary>For a turn, which cannot wait.</summary>
    public void Hire() => desk.Take(new Errand("hired", this, new TaskCompletionSource<string>(), CancellationToken.None));

    public ValueTask DisposeAsync()
    {
        desk.Leave(this);
        return ValueTask.CompletedTask;
    }
}

public sealed record Errand(string What, Courier Courier, TaskCompletionSource<string> Answer, CancellationToken Cancellation);

/// <summary>Where the couriers of all calls report.</summary>
public sealed class CourierDesk
{
    private readonly Channel<Errand> _errands = Channel.CreateUnbounded<Errand>();
    private readonly Channel<Courier> _left = Channel.CreateUnbounded<Courier>();

    public bool IsIdle => _errands.Reader.Count == 0;

    public void Take(Errand errand) => _errands.Writer.TryWrite(errand);

    public void Leave(Courier courier) => _left.Writer.TryWrite(courier);

    public Task<Errand> NextAsync() => _errands.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(10));

    public Task<Courier> LeftAsync() => _left.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(10));

    public bool TryGetLeft(out Courier? courier) => _left.Reader.TryRead(out courier);
}
