namespace Capsule.Benchmarks.Measuring;

/// <summary>What measurements are told in.</summary>
/// <param name="Name">As it is printed.</param>
/// <param name="Size">In nanoseconds, where it is one of time.</param>
internal sealed record Unit(string Name, double Size)
{
    public static readonly Unit Nanosecond = new("ns", 1);
    public static readonly Unit Microsecond = new("µs", 1e3);
    public static readonly Unit Millisecond = new("ms", 1e6);
    public static readonly Unit Second = new("s", 1e9);
    public static readonly Unit Byte = new("bytes", 1);
    public static readonly Unit PerSecond = new("1/s", 1);

    public double Of(double value) => value / Size;
}
