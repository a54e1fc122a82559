using System.Threading.Tasks.Sources;

namespace Capsule.Tests.Concurrency;

/// <summary>A task of which whoever awaits it goes on in a step, even with ConfigureAwait(false): the generated code that calls a method is not compiled for these tests.</summary>
internal sealed class SteppedTask : IValueTaskSource
{
    private readonly Task _task;

    private SteppedTask(Task task) => _task = task;

    public static ValueTask Of(Task task) => new(new SteppedTask(task), 0);

    public void GetResult(short token) => _task.GetAwaiter().GetResult();

    public ValueTaskSourceStatus GetStatus(short token) =>
        !_task.IsCompleted ? ValueTaskSourceStatus.Pending : _task.IsCompletedSuccessfully ? ValueTaskSourceStatus.Succeeded : ValueTaskSourceStatus.Faulted;

    public void OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _task.ContinueWith(_ => continuation(state), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Current);
}
