using System.Globalization;
using Capsule.Benchmarks.Measuring;

namespace Capsule.Benchmarks.Fanout;

/// <summary>What it costs to tell many, and how much they can be told, beside a bare broadcast over Kestrel's WebSockets of the very same bytes.</summary>
internal static class FanoutBenchmark
{
    private const string Bare = "bare Kestrel broadcast";

    public static IEnumerable<Figure> Run() => [.. Deliveries(200, 100, TimeSpan.FromMilliseconds(10)), .. Deliveries(1_000, 20, TimeSpan.FromMilliseconds(50)), .. Saturation(200)];

    /// <summary>The server's processor time for a delivery, far from what it can do.</summary>
    private static Figure[] Deliveries(int listeners, int changes, TimeSpan pause)
    {
        using var tree = new Crowd(new TreeBroadcaster(TimeSpan.Zero), listeners);
        using var bare = new Crowd(new BareBroadcaster(), listeners);
        IReadOnlyList<Measurement> results = new Race(rounds: 9, passes: 1, Clock.Processor).Run(
            new("a tree", listeners * changes, () => tree.Pace(changes, pause)),
            new(Bare, listeners * changes, () => bare.Pace(changes, pause)));
        return tree.Came == bare.Came
            ? [new(string.Create(CultureInfo.InvariantCulture, $"a delivery to one of {listeners} subscribers"), Unit.Microsecond, results[0], [results[1]]) { MaxRatio = 1.15, IsPaired = true }]
            : throw new InvalidOperationException($"Not the same was delivered: {tree.Came}, {bare.Came}.");
    }

    /// <summary>How many changes a second everybody gets, each of them.</summary>
    private static Figure[] Saturation(int listeners)
    {
        // A subscriber for whom more than 1,000 messages wait, or 1 MiB, is sent the state in their place.
        const int Ahead = 800;
        const int AheadGathered = 6_400;
        const int Rounds = 5;
        using var gathered = new Crowd(new TreeBroadcaster(TimeSpan.FromMilliseconds(20)), listeners);
        using var tree = new Crowd(new TreeBroadcaster(TimeSpan.Zero), listeners);
        using var bare = new Crowd(new BareBroadcaster(), listeners);
        (Crowd Crowd, int Ahead)[] crowds = [(gathered, AheadGathered), (tree, Ahead), (bare, Ahead)];
        List<double>[] rates = [[], [], []];
        for (int round = -1; round < Rounds; round++)
        {
            for (int index = 0; index < crowds.Length; index++)
            {
                double rate = crowds[index].Crowd.Saturate(TimeSpan.FromSeconds(3), crowds[index].Ahead);
                if (round >= 0)
                {
                    rates[index].Add(rate);
                }
            }
        }

        Measurement[] peers = [new(Bare, rates[2])];
        return
        [
            new($"changes that {listeners} subscribers keep up with, gathered for 20 ms", Unit.PerSecond, new("gathered", rates[0]), peers) { MinRatio = 4, IsPaired = true },
            new("the same, sent as they come", Unit.PerSecond, new("a tree", rates[1]), peers) { IsPaired = true },
        ];
    }
}
