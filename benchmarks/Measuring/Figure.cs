using System.Globalization;

namespace Capsule.Benchmarks.Measuring;

/// <summary>One thing that was measured, beside those that do the same, and what it is to be at most.</summary>
/// <param name="What">The operation.</param>
/// <param name="Unit">Of all its values.</param>
/// <param name="Own">Capsule's.</param>
/// <param name="Peers">The others', from the same race; the first is the yardstick of <see cref="MaxRatio"/>.</param>
internal sealed record Figure(string What, Unit Unit, Measurement Own, IReadOnlyList<Measurement> Peers)
{
    /// <summary>The most that the median may be, in the unit.</summary>
    public double? MaxTime { get; init; }

    /// <summary>The most that the median may be, as a multiple of the first peer's.</summary>
    public double? MaxRatio { get; init; }

    /// <summary>The least that it may be, as a multiple of the first peer's.</summary>
    public double? MinRatio { get; init; }

    /// <summary>The passes of all were made in turns: a ratio is the median of their ratios, not the ratio of medians.</summary>
    public bool IsPaired { get; init; }

    /// <summary>Nothing may be allocated.</summary>
    public bool AllocatesNothing { get; init; }

    /// <summary>Something was allocated where nothing may be: the run has failed, whatever its times are.</summary>
    public bool IsVoid => AllocatesNothing && Own.Bytes > 0;

    public bool IsMissed => IsVoid || Unit.Of(Own.Median) > MaxTime || RatioTo(Peers[0]) > MaxRatio || RatioTo(Peers[0]) < MinRatio;

    public double RatioTo(Measurement peer) => IsPaired
        ? new Measurement(What, [.. Own.Values.Zip(peer.Values, static (own, other) => own / other)]).Median
        : Own.Median / peer.Median;

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

        if (MinRatio is { } least)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $">= {least} x");
        }

        if (AllocatesNothing)
        {
            yield return "0 B";
        }
    }
}
