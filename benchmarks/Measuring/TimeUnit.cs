namespace Capsule.Benchmarks.Measuring;

/// <summary>What times are told in.</summary>
internal sealed record TimeUnit(string Name, double InNanoseconds)
{
    public static readonly TimeUnit Nanosecond = new("ns", 1);
    public static readonly TimeUnit Microsecond = new("µs", 1e3);
    public static readonly TimeUnit Millisecond = new("ms", 1e6);
    public static readonly TimeUnit Second = new("s", 1e9);

    public double Of(double nanoseconds) => nanoseconds / InNanoseconds;
}
