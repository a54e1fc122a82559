using Microsoft.Extensions.Logging;

namespace Capsule.Hosting;

/// <summary>Wakes the stored trees that have something to do when its time has come: a tree that is awake looks after itself.</summary>
internal sealed partial class ScheduledTrees : IDisposable
{
    private readonly PriorityQueue<TreeAddress, DateTimeOffset> _asleep = new();
    private readonly Lock _lock = new();
    private readonly Func<TreeAddress, Task> _wake;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly Alarm _alarm;
    private volatile bool _isDisposed;

    public ScheduledTrees(Func<TreeAddress, Task> wake, TimeProvider time, ILogger logger)
    {
        _wake = wake;
        _time = time;
        _logger = logger;
        _alarm = new Alarm(time, WakeDue);
    }

    public void Add(ScheduledTree scheduled)
    {
        lock (_lock)
        {
            _asleep.Enqueue(scheduled.Tree, scheduled.Due);
            SetAlarm();
        }
    }

    public void Dispose()
    {
        _isDisposed = true;
        lock (_lock)
        {
            _alarm.Dispose();
        }
    }

    private void SetAlarm() => _alarm.Set(_asleep.TryPeek(out _, out DateTimeOffset due) ? due : null);

    private void WakeDue()
    {
        var due = new List<TreeAddress>();
        lock (_lock)
        {
            while (_asleep.TryPeek(out _, out DateTimeOffset first) && first <= _time.GetUtcNow())
            {
                due.Add(_asleep.Dequeue());
            }

            SetAlarm();
        }

        foreach (TreeAddress tree in due)
        {
            _ = WakeAsync(tree);
        }
    }

    private async Task WakeAsync(TreeAddress tree)
    {
        try
        {
            await _wake(tree).ConfigureAwait(false);
        }
        catch (ObjectDisposedException) when (_isDisposed)
        {
            // The host ends; the next one wakes the tree.
        }
        catch (Exception exception)
        {
            LogNotWoken(exception, tree);
        }
    }

    [LoggerMessage(EventId = 10, Level = LogLevel.Error, Message = "{Tree} has something to do and could not be loaded. It does it when somebody needs the tree")]
    private partial void LogNotWoken(Exception exception, TreeAddress tree);
}
