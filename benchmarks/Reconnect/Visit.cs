namespace Capsule.Benchmarks.Reconnect;

/// <summary>Somebody who joins, again and again.</summary>
/// <param name="Missed">How many changes they have missed each time; null if they have nothing.</param>
/// <param name="IsSettled">Whether little has happened since the state was last sent to somebody.</param>
internal sealed record Visit(int? Missed, bool IsSettled)
{
    /// <summary>The most that they may get, as a multiple of the whole state.</summary>
    public double? MaxBytes { get; init; }

    public List<double> Bytes { get; } = [];

    public List<double> Nanoseconds { get; } = [];
}
