namespace Capsule.Tests.Simulation.Time;

/// <summary>The one clock, as the driver sets it, and what waits for it.</summary>
internal sealed class Timeline
{
    private static readonly DateTimeOffset Origin = new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly PriorityQueue<Alarm, (double Due, long Order)> _alarms = new();
    private long _order;

    /// <summary>In milliseconds.</summary>
    public double Now { get; private set; }

    public DateTimeOffset UtcNow => Origin.AddMilliseconds(Now);

    /// <summary>When something is to happen next; null if nothing waits.</summary>
    public double? Next
    {
        get
        {
            while (_alarms.TryPeek(out Alarm? next, out (double Due, long Order) at))
            {
                if (!next.IsCancelled)
                {
                    return at.Due;
                }

                _alarms.Dequeue();
            }

            return null;
        }
    }

    public Alarm Set(double due, Action ring)
    {
        var alarm = new Alarm(ring);
        _alarms.Enqueue(alarm, (due, _order++));
        return alarm;
    }

    /// <summary>Goes to the next that waits and takes it; null, and the clock stands at <paramref name="end"/>, if nothing waits until then.</summary>
    public Alarm? TakeUntil(double end)
    {
        if (Next is { } next && next <= end)
        {
            Now = Math.Max(Now, next);
            return _alarms.Dequeue();
        }

        Now = Math.Max(Now, end);
        return null;
    }
}
