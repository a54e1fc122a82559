using Capsule.Benchmarks.Measuring;
using Capsule.Storage.Sqlite;

namespace Capsule.Benchmarks.Turns;

/// <summary>How many turns a second go through a tree's queue, from the message that was read to the verdict, without a socket: each sets one text.</summary>
internal static class TurnsBenchmark
{
    public static IEnumerable<Figure> Run()
    {
        string file = Path.Combine(Path.GetTempPath(), $"capsule-turns-{Guid.NewGuid():N}.db");
        try
        {
            return [.. Measure(file)];
        }
        finally
        {
            Array.ForEach(Directory.GetFiles(Path.GetTempPath(), Path.GetFileName(file) + "*"), File.Delete);
        }
    }

    private static IEnumerable<Figure> Measure(string file)
    {
        foreach ((int clients, int turns) in new[] { (1, 3_000), (30, 100) })
        {
            using var memory = new TurnQueue(new MemoryStore(), clients, turns);
            using var sqlite = new TurnQueue(new SqliteStore($"Data Source={file};Pooling=False"), clients, turns);
            IReadOnlyList<Measurement> results = new Race(rounds: 9, passes: 3, Clock.Wall).Run(
                new("memory", clients * turns, memory.Pass) { Before = memory.Prepare },
                new("SQLite", clients * turns, sqlite.Pass) { Before = sqlite.Prepare });
            string who = clients == 1 ? "one client with 32 turns in flight" : $"{clients} clients with 32 turns in flight each";
            yield return new($"turns of {who}, in memory", Unit.PerSecond, PerSecond(results[0], "memory"), [PerSecond(results[1], "SQLite")]) { IsPaired = true };
        }
    }

    private static Measurement PerSecond(Measurement times, string name) => new(name, [.. times.Values.Select(static nanoseconds => 1e9 / nanoseconds)]);
}
