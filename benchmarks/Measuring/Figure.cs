using System.Globalization;

namespace Capsule.Benchmarks.Measuring;

/// <summary>One thing that was measured, beside those that do the same, and what it is to be at most.</summary>
/// <param name="What">The operation.</param>
/// <param name="Unit">Of all its times.</param>
/// <param name="Own">Capsule's.</param>
/// <param name="Peers">The others', from the same race; the first is the yardstick of <see cref="MaxRatio"/>.</param>
internal sealed record Figure(string What, TimeUnit Unit, Measurement Own, IReadOnlyList<Measurement> Peers)
{
    /// <summary>The most that the median may be, in the unit.</summary>
    public double? MaxTime { get; init; }

    /// <summary>The most that the median may be, as a multiple of the first peer's.</summary>
    public double? MaxRatio { get; init; }

    /// <summary>Nothing may be allocated.</summary>
    public bool AllocatesNothing { get; init; }

    /// <summary>Something was allocated where nothing may be: the run has failed, whatever its times are.</summary>
    public bool IsVoid => AllocatesNothing && Own.Bytes > 0;

    public bool IsMissed => IsVoid || Unit.Of(Own.Median) > MaxTime || RatioTo(Peers[0]) > MaxRatio;

    public double RatioTo(Measurement peer) => Own.Median / peer.Median;

    public string Aim => string.Join(", ", Aims());

    private IEnumerable<string> Aims()
    {
        if (MaxTime is { } time)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"<= {time} {Unit.Name}");
        }

        if (MaxRatio is { } ratio)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"<= {ratio} x");
        }

        if (AllocatesNothing)
        {
            yield return "0 B";
        }
    }
}
