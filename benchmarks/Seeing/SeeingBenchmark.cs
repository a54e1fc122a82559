using System.Globalization;
using Capsule.Benchmarks.Measuring;
using Capsule.Benchmarks.Wire;
using Capsule.Internals;

namespace Capsule.Benchmarks.Seeing;

/// <summary>What it costs the server that not everybody sees the same: its processor time for each delivery, and for each byte delivered, over real sockets whose other ends are in another
/// process.</summary>
internal static class SeeingBenchmark
{
    private const int TurnsPerPass = 10;

    public static IEnumerable<Figure> Run()
    {
        using var server = new TreeServer(static roots => roots.AddRoot<Plaza>().AddRoot<Arena>().AddRoot<Track>());
        return [.. Audiences(server), .. Views(server)];
    }

    /// <summary>1,000 subscribers who are one audience, and as many who are three.</summary>
    private static Figure[] Audiences(TreeServer server)
    {
        const int Subscribers = 1_000;
        using var one = new Crowd<Plaza>(server, "one", [.. Enumerable.Range(0, Subscribers).Select(static user => $"{user}:blue")], Fill);
        using var three = new Crowd<Plaza>(server, "three", [.. Enumerable.Range(0, Subscribers).Select(static user => $"{user}:{(user % 3) switch { 0 => "blue", 1 => "red", _ => "none" }}")], Fill);
        IReadOnlyList<Measurement> results = new Race(rounds: 5, passes: 3, Clock.Processor).Run(
            Pass("three audiences", Subscribers * TurnsPerPass, three, Walk),
            Pass("one audience", Subscribers * TurnsPerPass, one, Walk));
        return [new($"a delivery to {Subscribers} subscribers in three audiences", Unit.Microsecond, results[0], [results[1]]) { MaxRatio = 1.15 }];

        static void Fill(Plaza plaza)
        {
            for (int walker = 0; walker < 100; walker++)
            {
                plaza.Walkers.Add(new Walker { Tag = $"walker {walker}", Note = "nothing of note" });
            }
        }

        static void Walk(Plaza plaza, int turn)
        {
            for (int walker = 0; walker < 20; walker++)
            {
                Walker moving = plaza.Walkers[(turn * 20 + walker) % 100];
                moving.X = turn + walker;
                moving.Y = turn - walker;
            }
        }
    }

    /// <summary>300 subscribers, each with a view of their own on 300 moving models of which each sees 60, beside 300 who all see the same 60; and how it grows.</summary>
    private static List<Figure> Views(TreeServer server)
    {
        using Crowd<Track> shared = Shared(server, 300);
        var figures = new List<Figure>();
        foreach ((int views, int models, int moving) in new[] { (300, 300, 300), (300, 3_000, 300), (300, 300, 60), (100, 300, 300) })
        {
            using Crowd<Arena> own = Own(server, views, models);
            Measurement[] results =
            [
                .. new Race(rounds: 5, passes: 2, Clock.Processor).Run(
                    Pass("views", 1, own, (arena, turn) => Run(arena, turn, moving)),
                    Pass("one shared audience", 1, shared, (track, turn) => Pace(track, turn, moving / 5))),
            ];
            Measurement perByte = PerByte(results[0], own.Bytes, "views");
            Measurement peer = PerByte(results[1], shared.Bytes, string.Create(CultureInfo.InvariantCulture, $"one shared audience of 300 on {moving / 5} moving models"));
            string what = string.Create(CultureInfo.InvariantCulture, $"a byte to {views} views of a fifth of {models} models, {moving} moving");
            figures.Add(new(what, Unit.Nanosecond, perByte, [peer]) { MaxRatio = figures.Count == 0 ? 2 : null });
        }

        return figures;
    }

    private static Crowd<Track> Shared(TreeServer server, int subscribers) => new(server, "shared", Users(subscribers), static track =>
    {
        for (int pacer = 0; pacer < 60; pacer++)
        {
            track.Pacers.Add(new Pacer { Sector = pacer % 5 });
        }
    });

    private static Crowd<Arena> Own(TreeServer server, int views, int models) => new(
        server,
        string.Create(CultureInfo.InvariantCulture, $"{views}-{models}-{Guid.NewGuid():N}"),
        Users(views),
        arena =>
        {
            for (int runner = 0; runner < models; runner++)
            {
                arena.Runners.Add(new Runner { Sector = runner % 5 });
            }
        });

    private static string[] Users(int count) => [.. Enumerable.Range(0, count).Select(static user => $"{user}:none")];

    /// <summary>All of them move, and one in a hundred into another sector.</summary>
    private static void Run(Arena arena, int turn, int moving)
    {
        for (int runner = 0; runner < moving; runner++)
        {
            Runner one = arena.Runners[runner];
            one.X = turn + runner;
            one.Y = turn - runner;
            one.Sector += (runner + turn) % 100 == 0 ? 1 : 0;
        }
    }

    private static void Pace(Track track, int turn, int moving)
    {
        for (int pacer = 0; pacer < moving; pacer++)
        {
            Pacer one = track.Pacers[pacer];
            one.X = turn + pacer;
            one.Y = turn - pacer;
        }
    }

    private static Workload Pass<TRoot>(string name, int operations, Crowd<TRoot> crowd, Action<TRoot, int> change)
        where TRoot : CapsuleModel, ICapsuleModel<TRoot>
    {
        int turns = 0;
        return new Workload(name, operations, () =>
        {
            for (int turn = 0; turn < TurnsPerPass; turn++)
            {
                int number = ++turns;
                crowd.Turn(root => change(root, number));
                crowd.Settle();
            }
        });
    }

    private static Measurement PerByte(Measurement pass, long bytes, string name) =>
        new(name, [.. pass.Values.Select(nanoseconds => nanoseconds / (bytes * TurnsPerPass))], pass.Bytes / (bytes * TurnsPerPass));
}
