using System.Text;
using Capsule.Protocol;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Capsule.AspNetCore.Health;

/// <summary>Makes a tree in the application's store, joins it, changes it, and waits until the change has come: healthy is who can serve.</summary>
internal sealed class CapsuleHealthCheck(ICapsuleStore store, TimeProvider time, IHostApplicationLifetime lifetime, ILoggerFactory loggers) : IHealthCheck
{
    private static readonly RootDefinition Root = new(ModelType.Of<Pulse>());
    private readonly Lock _lock = new();
    private Task _beat = Task.CompletedTask;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (lifetime.ApplicationStopping.IsCancellationRequested)
        {
            return new(context.Registration.FailureStatus, "The server is closing.");
        }

        long start = time.GetTimestamp();
        try
        {
            await Beat().WaitAsync(cancellationToken).ConfigureAwait(false);
            return HealthCheckResult.Healthy($"A change was stored and came back after {time.GetElapsedTime(start).TotalMilliseconds:0.0} ms.");
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            return new(context.Registration.FailureStatus, "A change of a tree of its own did not come back.", exception);
        }
    }

    /// <summary>One at a time: where a store hangs, checks must not pile up behind it.</summary>
    private Task Beat()
    {
        lock (_lock)
        {
            return _beat = _beat.IsCompleted ? BeatAsync() : _beat;
        }
    }

    private async Task BeatAsync()
    {
        var tree = new TreeAddress("", Root.Type.Name, Guid.NewGuid().ToString());
        var host = new InProcessHost([Root], store, time: time, loggers: loggers);
        await using (host.ConfigureAwait(false))
        {
            await host.CreateAsync(tree).ConfigureAwait(false);
            try
            {
                var pulse = new PulseSubscriber();
                var request = new JoinRequest(tree, CapsuleUser.Server, new JoinMessage(Guid.NewGuid()), new Limits());
                JoinOutcome joined = await host.JoinAsync(request, pulse).ConfigureAwait(false);
                ModelId root = await pulse.State.ConfigureAwait(false);
                string turn = $$$"""{"event":"turn","turn":1,"confirmed":0,"ops":[{"event":"set","id":"{{{root}}}","change":{"beat":1}}]}""";
                joined.Connection!.Send((TurnMessage)ClientMessageJson.Read(Encoding.UTF8.GetBytes(turn)));
                await pulse.Beat.ConfigureAwait(false);
            }
            finally
            {
                await host.DeleteAsync(tree).ConfigureAwait(false);
            }
        }
    }
}
