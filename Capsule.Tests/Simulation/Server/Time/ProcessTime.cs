namespace Capsule.Tests.Simulation.Time;

/// <summary>Time as one process has it: when the process is killed, its timers are gone.</summary>
internal sealed class ProcessTime(Timeline timeline) : TimeProvider
{
    private bool _isDead;

    public override long TimestampFrequency => 1_000_000;

    public override DateTimeOffset GetUtcNow() => timeline.UtcNow;

    public override long GetTimestamp() => (long)(timeline.Now * 1_000);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    public void Die() => _isDead = true;

    private sealed class Timer(ProcessTime time, TimerCallback callback, object? state) : ITimer
    {
        private Alarm? _alarm;
        private TimeSpan _period = Timeout.InfiniteTimeSpan;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            _alarm?.Cancel();
            _period = period;
            _alarm = dueTime == Timeout.InfiniteTimeSpan ? null : time.Set(dueTime, Ring);
            return true;
        }

        public void Dispose() => _alarm?.Cancel();

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }

        private void Ring()
        {
            if (time._isDead)
            {
                return;
            }

            if (_period > TimeSpan.Zero)
            {
                _alarm = time.Set(_period, Ring);
            }

            callback(state);
        }
    }

    private Alarm Set(TimeSpan due, Action ring) => _isDead ? new Alarm(ring) : timeline.Set(timeline.Now + due.TotalMilliseconds, ring);
}
