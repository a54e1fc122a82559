namespace Capsule.Tests.Simulation.Time;

/// <summary>Runs something on the pool's one thread and tells when all that follows from it has run. Who waits for that goes on on the same thread.</summary>
internal static class Idleness
{
    public static Task RunToTheEndAsync(Action work)
    {
        var end = new TaskCompletionSource();
        ThreadPool.UnsafeQueueUserWorkItem(_ => Run(work, end), null);
        return end.Task;
    }

    private static void Run(Action work, TaskCompletionSource end)
    {
        try
        {
            work();
        }
        catch (Exception exception)
        {
            end.SetException(exception);
            return;
        }

        ThreadPool.UnsafeQueueUserWorkItem(_ => Look(end), null);
    }

    /// <summary>What else is in the queue stands before whatever is put into it now.</summary>
    private static void Look(TaskCompletionSource end)
    {
        if (ThreadPool.PendingWorkItemCount == 0)
        {
            end.SetResult();
        }
        else
        {
            ThreadPool.UnsafeQueueUserWorkItem(_ => Look(end), null);
        }
    }
}
