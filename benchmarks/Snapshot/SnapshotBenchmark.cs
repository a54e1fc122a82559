using System.Buffers;
using System.Text.Json;
using Capsule.Benchmarks.Domain;
using Capsule.Benchmarks.Measuring;
using Capsule.Internals;

namespace Capsule.Benchmarks.Snapshot;

/// <summary>Export and import of a whole board, beside System.Text.Json with plain classes. The heap is collected before each pass: what a peer
/// leaves behind is not the next one's to clear away.</summary>
internal static class SnapshotBenchmark
{
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
        IReadOnlyList<Measurement> results = new Race(rounds: 30, passes: 1, Clock.Processor).Run(
            Collected("xport", () => live.XportUtf8()),
            Collected(Peer, () => JsonSerializer.SerializeToUtf8Bytes(plain, PlainContext.Default.PlainBoard)),
            Collected("xport to a writer", () => Reuse(buffer, writer, () => live.Xport(writer))),
            Collected(Peer, () => Reuse(buffer, writer, () => JsonSerializer.Serialize(writer, plain, PlainContext.Default.PlainBoard))),
            Collected("mport", () => Import(export)),
            Collected(Peer, () => JsonSerializer.Deserialize(plainJson, PlainContext.Default.PlainBoard)));
        return
        [
            new($"xport of {Boards.Cards} cards", TimeUnit.Millisecond, results[0], [results[1]]) { MaxRatio = 1.5 },
            new("the same to a buffer that is used again", TimeUnit.Millisecond, results[2], [results[3]]) { MaxRatio = 1.5 },
            new($"mport of {Boards.Cards} cards into an empty root", TimeUnit.Millisecond, results[4], [results[5]]) { MaxRatio = 1.5 },
        ];
    }

    private static Workload Collected(string name, Action pass) => new(name, 1, pass) { Before = GC.Collect };

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
