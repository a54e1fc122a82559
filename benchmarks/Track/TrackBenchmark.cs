using Capsule.Benchmarks.Measuring;

namespace Capsule.Benchmarks.Track;

/// <summary>What it costs that a model tracks its changes.</summary>
internal static class TrackBenchmark
{
    public static IEnumerable<Figure> Run() => [.. Sets.Run(), .. Commits.Run()];
}
