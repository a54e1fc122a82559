using Microsoft.Extensions.Hosting;

namespace Capsule.AspNetCore;

/// <summary>Lets stored trees do what is scheduled from the application's start on.</summary>
internal sealed class ScheduledCalls(ICapsuleHost host) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) =>
        host is InProcessHost local ? local.WakeScheduledAsync(cancellationToken) : Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
