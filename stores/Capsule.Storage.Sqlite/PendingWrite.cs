namespace Capsule.Storage.Sqlite;

/// <summary>Something that waits to be written, and whoever waits for its end.</summary>
internal abstract class PendingWrite
{
    /// <summary>Does it, in the transaction that has begun. That it is refused is kept for the one who asked; whatever else goes wrong is thrown.</summary>
    public abstract void Run(TreeWriter writer);

    /// <summary>Tells what came of it: the transaction is on the disk.</summary>
    public abstract void Confirm();

    /// <summary>Tells that it has not been done, or that nobody knows.</summary>
    public abstract void Fail(Exception exception);
}

/// <inheritdoc/>
internal sealed class PendingWrite<TResult>(Func<TreeWriter, TResult> write, CancellationToken cancellation) : PendingWrite
{
    private readonly TaskCompletionSource<TResult> _end = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TResult _result = default!;
    private StoreConflictException? _refusal;
    private bool _isCanceled;

    public Task<TResult> End => _end.Task;

    public override void Run(TreeWriter writer)
    {
        _refusal = null;
        _isCanceled = cancellation.IsCancellationRequested;
        if (_isCanceled)
        {
            return;
        }

        try
        {
            _result = write(writer);
        }
        catch (StoreConflictException exception)
        {
            _refusal = exception;
        }
    }

    public override void Confirm()
    {
        if (_isCanceled)
        {
            _end.SetCanceled(cancellation);
        }
        else if (_refusal is not null)
        {
            _end.SetException(_refusal);
        }
        else
        {
            _end.SetResult(_result);
        }
    }

    public override void Fail(Exception exception) => _end.SetException(exception);
}
