namespace Capsule.Tests.Concurrency;

/// <summary>A thread that runs steps when it is told to.</summary>
internal sealed class Worker
{
    private readonly SemaphoreSlim _turn = new(0);
    private bool _isDone;

    public Worker() => new Thread(Work, 512 * 1024) { IsBackground = true, Name = "controlled" }.Start();

    /// <summary>Whose steps it runs; null while it is idle.</summary>
    public ControlledScheduler? Scheduler { get; private set; }

    public Step? Step { get; set; }

    public void Begin(ControlledScheduler scheduler, Step step)
    {
        Scheduler = scheduler;
        Step = step;
        _turn.Release();
    }

    public void GoOn() => _turn.Release();

    public void Wait() => _turn.Wait();

    public void Stop()
    {
        _isDone = true;
        _turn.Release();
    }

    private void Work()
    {
        for (Wait(); !_isDone; Wait())
        {
            Scheduler!.RunFrom(this, Step!);
        }
    }
}
