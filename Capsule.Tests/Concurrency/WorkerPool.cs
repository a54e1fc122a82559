namespace Capsule.Tests.Concurrency;

/// <summary>Idle threads, for many schedules one after the other. Belongs to the thread that runs.</summary>
internal sealed class WorkerPool : IDisposable
{
    private readonly Stack<Worker> _idle = new();

    /// <summary>Where the host's code ran that no scheduler had a hand in.</summary>
    public static string? Stray { get; set; }

    public Worker Take() => _idle.TryPop(out Worker? worker) ? worker : new Worker();

    public void Return(Worker worker) => _idle.Push(worker);

    public void Dispose()
    {
        while (_idle.TryPop(out Worker? worker))
        {
            worker.Stop();
        }
    }
}
