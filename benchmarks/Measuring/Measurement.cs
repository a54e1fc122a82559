using System.Globalization;

namespace Capsule.Benchmarks.Measuring;

/// <summary>What one workload took, per operation.</summary>
/// <param name="Name">Of the workload.</param>
/// <param name="Nanoseconds">One value for each pass, in the order of size.</param>
/// <param name="Bytes">Allocated per operation: the most of any pass.</param>
internal sealed record Measurement(string Name, IReadOnlyList<double> Nanoseconds, double Bytes)
{
    public double Median => (Nanoseconds[(Nanoseconds.Count - 1) / 2] + Nanoseconds[Nanoseconds.Count / 2]) / 2;

    /// <summary>The median and, in brackets, the range.</summary>
    public string In(TimeUnit unit) =>
        string.Create(CultureInfo.InvariantCulture, $"{unit.Of(Median):0.00} ({unit.Of(Nanoseconds[0]):0.00}..{unit.Of(Nanoseconds[^1]):0.00})");
}
