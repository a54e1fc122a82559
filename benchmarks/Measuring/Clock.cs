using System.Diagnostics;

namespace Capsule.Benchmarks.Measuring;

/// <summary>The clocks of races.</summary>
internal static class Clock
{
    /// <summary>Time as it goes by, to 100 ns: for passes so short that hardly any is interrupted.</summary>
    public static TimeSpan Wall() => Stopwatch.GetElapsedTime(0);

    /// <summary>Time that the process got of the processor, on all its threads, to some microseconds: for passes so long that on a busy machine most
    /// are interrupted.</summary>
    public static TimeSpan Processor() => Environment.CpuUsage.TotalTime;
}
