namespace Capsule.Tests.Concurrency;

/// <summary>A clock that stands still until it is told to go on. What a timer does is a step of its own, which can come late, as with a real one: after the timer was disposed of, for example.</summary>
internal sealed class ControlledTime(ControlledScheduler scheduler) : TimeProvider
{
    private readonly List<ControlledTimer> _timers = [];
    private DateTimeOffset _now = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>How many timers nobody has disposed of.</summary>
    public int Timers => _timers.Count;

    public override DateTimeOffset GetUtcNow() => _now;

    public override long GetTimestamp() => _now.UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ControlledTimer(this, () => callback(state));
        _timers.Add(timer);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Goes on by so much; what is due comes up.</summary>
    public void Advance(TimeSpan by)
    {
        _now += by;
        foreach (ControlledTimer timer in _timers.Where(timer => timer.Due <= _now).OrderBy(static timer => timer.Due).ToArray())
        {
            Raise(timer);
        }
    }

    public void Set(ControlledTimer timer, TimeSpan left)
    {
        timer.Due = left == Timeout.InfiniteTimeSpan ? DateTimeOffset.MaxValue : _now + left;
        if (timer.Due <= _now)
        {
            Raise(timer);
        }
    }

    public void Remove(ControlledTimer timer) => _timers.Remove(timer);

    private void Raise(ControlledTimer timer)
    {
        timer.Due = DateTimeOffset.MaxValue;
        timer.Raised = Task.Factory.StartNew(timer.Callback, CancellationToken.None, TaskCreationOptions.DenyChildAttach, scheduler);
    }
}
