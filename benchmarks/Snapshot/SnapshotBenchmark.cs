using System.Buffers;
using System.Text.Json;
using Capsule.Benchmarks.Domain;
using Capsule.Benchmarks.Measuring;
using Capsule.Internals;

namespace Capsule.Benchmarks.Snapshot;

/// <summary>Export and import of a whole board, beside System.Text.Json with plain classes. A pass is several of them, so that it holds its share of
/// garbage collection. (To collect before each pass instead would be unfair: how warm the fresh memory then is depends on who ran before.)</summary>
internal static class SnapshotBenchmark
{
    private const int PerPass = 5;
    private const string Peer = "System.Text.Json, source-generated";

    public static IEnumerable<Figure> Run()
    {
        PlainBoard plain = Boards.Plain();
        Board live = Boards.Live(plain);
        byte[] export = live.XportUtf8().ToArray();
        byte[] plainJson = JsonSerializer.SerializeToUtf8Bytes(plain, PlainContext.Default.PlainBoard);
        RequireRoundTrips(export, plainJson);

        var buffer = new ArrayBufferWriter<byte>(2 * export.Length);
        using var writer = new Utf8JsonWriter(buffer, CapsuleJson.WriterOptions);
        IReadOnlyList<Measurement> results = new Race(rounds: 20, passes: 2, Clock.Processor).Run(
            Repeated("xport", () => live.XportUtf8()),
            Repeated(Peer, () => JsonSerializer.SerializeToUtf8Bytes(plain, PlainContext.Default.PlainBoard)),
            Repeated("xport to a writer", () => Reuse(buffer, writer, () => live.Xport(writer))),
            Repeated(Peer, () => Reuse(buffer, writer, () => JsonSerializer.Serialize(writer, plain, PlainContext.Default.PlainBoard))),
            Repeated("mport", () => Import(export)),
            Repeated(Peer, () => JsonSerializer.Deserialize(plainJson, PlainContext.Default.PlainBoard)));
        return
        [
            new($"xport of {Boards.Cards} cards", Unit.Millisecond, results[0], [results[1]]) { MaxRatio = 1.5 },
            new("the same to a buffer that is used again", Unit.Millisecond, results[2], [results[3]]) { MaxRatio = 1.5 },
            new($"mport of {Boards.Cards} cards into an empty root", Unit.Millisecond, results[4], [results[5]]) { MaxRatio = 1.5 },
        ];
    }

    private static Workload Repeated(string name, Action run) => new(name, PerPass, () =>
    {
        for (int count = 0; count < PerPass; count++)
        {
            run();
        }
    });

    private static Board Import(byte[] export)
    {
        var board = new Board();
        board.Mport(export);
        return board;
    }

    private static void Reuse(ArrayBufferWriter<byte> buffer, Utf8JsonWriter writer, Action write)
    {
        buffer.ResetWrittenCount();
        writer.Reset();
        write();
        writer.Flush();
    }

    private static void RequireRoundTrips(byte[] export, byte[] plainJson)
    {
        PlainBoard plain = JsonSerializer.Deserialize(plainJson, PlainContext.Default.PlainBoard)!;
        if (!Import(export).XportUtf8().Span.SequenceEqual(export)
            || !JsonSerializer.SerializeToUtf8Bytes(plain, PlainContext.Default.PlainBoard).AsSpan().SequenceEqual(plainJson)
            || Math.Abs(export.Length - plainJson.Length) > export.Length / 10)
        {
            throw new InvalidOperationException("One of the two lost something on the way, so their times cannot be compared.");
        }
    }
}
