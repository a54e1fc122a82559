using Microsoft.Extensions.Logging;

namespace Capsule.Hosting;

/// <summary>Wakes the stored trees that have something to do when its time has come: a tree that is awake looks after itself.</summary>
internal sealed partial class ScheduledTrees : IAsyncDisposable
{
    private readonly PriorityQueue<TreeAddress, DateTimeOffset> _asleep = new();
    private readonly Lock _lock = new();
    private readonly Func<TreeAddress, Task> _wake;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly ITimer _alarm;

    public ScheduledTrees(Func<TreeAddress, Task> wake, TimeProvider time, ILogger logger)
    {
        _wake = wake;
        _time = time;
        _logger = logger;
        _alarm = time.CreateTimer(_ => WakeDue(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public void Add(ScheduledTree scheduled)
    {
        lock (_lock)
        {
            _asleep.Enqueue(scheduled.Tree, scheduled.Due);
            SetAlarm();
        }
    }

    public ValueTask DisposeAsync() => _alarm.DisposeAsync();

    private void SetAlarm()
    {
        if (_asleep.TryPeek(out _, out DateTimeOffset due))
        {
            TimeSpan left = due - _time.GetUtcNow();
            _alarm.Change(TimeSpan.FromTicks(Math.Clamp(left.Ticks, 0, TimeSpan.TicksPerDay)), Timeout.InfiniteTimeSpan);
        }
    }

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
        catch (Exception exception)
        {
            LogNotWoken(exception, tree);
        }
    }

    [LoggerMessage(EventId = 10, Level = LogLevel.Error, Message = "{Tree} has something to do and could not be loaded. It does it when somebody needs the tree")]
    private partial void LogNotWoken(Exception exception, TreeAddress tree);
}
