using Microsoft.Extensions.Hosting;

namespace Capsule.AspNetCore;

/// <summary>Ends the trees of this process when all else of the application has stopped, and its services are still there: turns that wait need them.</summary>
internal sealed class TreesEnd(ICapsuleHost host) : IHostedLifecycleService
{
    /// <inheritdoc/>
    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppedAsync(CancellationToken cancellationToken) =>
        host is InProcessHost trees ? trees.DisposeAsync().AsTask().WaitAsync(cancellationToken) : Task.CompletedTask;
}
