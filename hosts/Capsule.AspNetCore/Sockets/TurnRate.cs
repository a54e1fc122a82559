namespace Capsule.AspNetCore.Sockets;

/// <summary>A token bucket: so many turns a second on average, so many at once. One thread at a time.</summary>
internal sealed class TurnRate(int perSecond, int burst, TimeProvider time)
{
    private double _left = burst;
    private long _filled = time.GetTimestamp();

    /// <summary>Takes one; false if there is none, and then the time until there is.</summary>
    public bool TryTake(out TimeSpan wait)
    {
        long now = time.GetTimestamp();
        _left = Math.Min(burst, _left + (time.GetElapsedTime(_filled, now).TotalSeconds * perSecond));
        _filled = now;
        if (_left >= 1)
        {
            _left--;
            wait = TimeSpan.Zero;
            return true;
        }

        wait = TimeSpan.FromSeconds((1 - _left) / perSecond);
        return false;
    }
}
