using Microsoft.Extensions.Logging;

namespace Capsule.Hosting;

/// <summary>Wakes the stored trees that have something to do when its time has come: a tree that is awake looks after itself.</summary>
internal sealed partial class ScheduledTrees : IDisposable
{
    /// <summary>When a tree is tried again that could not be loaded, or whose turn could not be stored.</summary>
    internal static readonly TimeSpan RetryDelay = TimeSpan.FromSeconds(30);

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
            LogNotWoken(exception, tree, RetryDelay);
            Add(new(tree, _time.GetUtcNow() + RetryDelay));
        }
    }

    [LoggerMessage(EventId = 10, Level = LogLevel.Error, Message = "{Tree} has something to do and could not be loaded. It is tried again in {Delay}, and when somebody needs the tree")]
    private partial void LogNotWoken(Exception exception, TreeAddress tree, TimeSpan delay);
}
