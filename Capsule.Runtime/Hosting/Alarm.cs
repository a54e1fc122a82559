namespace Capsule.Hosting;

/// <summary>Rings once a time has come. One thread at a time.</summary>
/// <param name="time">The clock.</param>
/// <param name="ring">Called by a timer; it may be too early, where the time is further away than timers go: then the alarm is to be set again.</param>
internal sealed class Alarm(TimeProvider time, Action ring) : IDisposable
{
    /// <summary>Timers take no more than some weeks.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    private ITimer? _timer;
    private bool _isDisposed;

    /// <summary>Sets it to a time, at once if that is past, and to no other; null: it does not ring.</summary>
    public void Set(DateTimeOffset? due)
    {
        if (_isDisposed || (due is null && _timer is null))
        {
            return;
        }

        _timer ??= time.CreateTimer(_ => ring(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        TimeSpan left = due is { } at ? TimeSpan.FromTicks(Math.Clamp((at - time.GetUtcNow()).Ticks, 0, Longest.Ticks)) : Timeout.InfiniteTimeSpan;
        _timer.Change(left, Timeout.InfiniteTimeSpan);
    }

    /// <summary>It rings no more.</summary>
    public void Dispose()
    {
        _isDisposed = true;
        _timer?.Dispose();
    }
}
