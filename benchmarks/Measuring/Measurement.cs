using System.Globalization;

namespace Capsule.Benchmarks.Measuring;

/// <summary>What came of one workload.</summary>
/// <param name="Name">Of the workload.</param>
/// <param name="Values">One for each pass, in the order of the passes: the nanoseconds of an operation, unless the figure's unit says otherwise.</param>
/// <param name="Bytes">Allocated per operation: the most of any pass. Null where nobody looked.</param>
internal sealed record Measurement(string Name, IReadOnlyList<double> Values, double? Bytes = null)
{
    private readonly double[] _sorted = [.. Values.Order()];

    public double Median => (_sorted[(_sorted.Length - 1) / 2] + _sorted[_sorted.Length / 2]) / 2;

    /// <summary>The median and, in brackets, the range.</summary>
    public string In(Unit unit) => string.Create(CultureInfo.InvariantCulture, $"{unit.Of(Median):0.00} ({unit.Of(_sorted[0]):0.00}..{unit.Of(_sorted[^1]):0.00})");
}
