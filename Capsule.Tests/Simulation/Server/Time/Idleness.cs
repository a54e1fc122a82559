namespace Capsule.Tests.Simulation.Time;

/// <summary>Runs something on the pool's one thread and waits until all that follows from it has run.</summary>
internal sealed class Idleness : IDisposable
{
    private readonly AutoResetEvent _idle = new(false);
    private Exception? _failure;

    public void RunToTheEnd(Action work)
    {
        ThreadPool.UnsafeQueueUserWorkItem(_ => Run(work), null);
        _idle.WaitOne();
        if (_failure is { } failure)
        {
            _failure = null;
            throw new InvalidOperationException("The server's program failed.", failure);
        }
    }

    public void Dispose() => _idle.Dispose();

    private void Run(Action work)
    {
        try
        {
            work();
        }
        catch (Exception exception)
        {
            _failure = exception;
        }

        ThreadPool.UnsafeQueueUserWorkItem(_ => Look(), null);
    }

    /// <summary>What else is in the queue stands before whatever is put into it now.</summary>
    private void Look()
    {
        if (ThreadPool.PendingWorkItemCount == 0)
        {
            _idle.Set();
        }
        else
        {
            ThreadPool.UnsafeQueueUserWorkItem(_ => Look(), null);
        }
    }
}
