namespace Capsule.Tests.Concurrency;

/// <summary>A timer of a <see cref="ControlledTime"/>: it rings once each time that it is set.</summary>
internal sealed class ControlledTimer(ControlledTime time, Action callback) : ITimer
{
    private bool _isDisposed;

    public Action Callback { get; } = callback;

    public DateTimeOffset Due { get; set; } = DateTimeOffset.MaxValue;

    /// <summary>What it did last.</summary>
    public Task Raised { get; set; } = Task.CompletedTask;

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        if (!_isDisposed)
        {
            time.Set(this, dueTime);
        }

        return !_isDisposed;
    }

    public void Dispose()
    {
        _isDisposed = true;
        time.Remove(this);
    }

    public async ValueTask DisposeAsync()
    {
        Dispose();
        await Raised;
    }
}
