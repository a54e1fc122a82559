using System.Globalization;
using Capsule.Benchmarks.Build;
using Capsule.Benchmarks.Fanout;
using Capsule.Benchmarks.Measuring;
using Capsule.Benchmarks.Reconnect;
using Capsule.Benchmarks.Seeing;
using Capsule.Benchmarks.Snapshot;
using Capsule.Benchmarks.Track;
using Capsule.Benchmarks.Turns;

if (args is [Readers.Verb, string address, .. string[] users])
{
    return await Readers.RunAsync(new Uri(address), users);
}

if (args is [Listeners.Verb, string broadcaster, string listeners, string isJoined])
{
    return await Listeners.RunAsync(new Uri(broadcaster), int.Parse(listeners, CultureInfo.InvariantCulture), bool.Parse(isJoined));
}

Dictionary<string, Func<IEnumerable<Figure>>> benchmarks = new()
{
    ["track"] = TrackBenchmark.Run,
    ["snapshot"] = SnapshotBenchmark.Run,
    ["build"] = BuildBenchmark.Run,
    ["seeing"] = SeeingBenchmark.Run,
    ["reconnect"] = static () => [.. ReconnectBenchmark.Run(), .. TurnsBenchmark.Run()],
    ["fanout"] = FanoutBenchmark.Run,
};

string[] names = [.. args.Where(argument => argument != "--check")];
if (names is not [string name] || !benchmarks.TryGetValue(name, out Func<IEnumerable<Figure>>? run))
{
    Console.Error.WriteLine($"Say which benchmark to run: {string.Join(", ", benchmarks.Keys)}. With --check, a missed aim is a failure.");
    return 2;
}

IReadOnlyList<Figure> figures = [.. run()];
Report.Print(Console.Out, figures);
bool failed = figures.Any(figure => figure.IsVoid) || (args.Contains("--check") && figures.Any(figure => figure.IsMissed));
return failed ? 1 : 0;
