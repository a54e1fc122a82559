using System.Buffers;
using System.Text.Json;
using Capsule.Protocol;

namespace Capsule.Tests.Hosting.Undo;

/// <summary>A client of a pantry that asks for one turn after the other, and follows what it is told with a copy of its own.</summary>
internal sealed class PantryClient(IConnection connection, Subscriber inbox, Pantry copy)
{
    private long _turn;

    public static TreeAddress Address { get; } = new("", "pantry", "1");

    /// <summary>The tree as its user sees it.</summary>
    public Pantry Copy => copy;

    public long LastTurn => _turn;

    public static InProcessHost Host(ICapsuleStore? store = null, InProcessHostOptions? options = null, bool keepsUndo = true) => new(
        [new RootDefinition(ModelType.Of<Pantry>()) { CreateOnJoin = true, KeepsUndo = keepsUndo, Seed = (root, _) => Fill((Pantry)root) }], store ?? new MemoryStore(), options);

    public static async Task<PantryClient> JoinAsync(InProcessHost host, CapsuleUser user)
    {
        var inbox = new Subscriber();
        JoinOutcome outcome = await host.JoinAsync(new JoinRequest(Address, user, new JoinMessage(Guid.NewGuid()), new Limits()), inbox);
        Assert.That(outcome.Refusal, Is.Null);
        IReadOnlyList<Frame> first = await inbox.NextAsync();
        var copy = new Pantry();
        copy.Mport(((InitialFrame)first[0]).App.Utf8.Span);
        var client = new PantryClient(outcome.Connection!, inbox, copy);
        client.Take(first);
        return client;
    }

    /// <summary>Everything that the server has, as text.</summary>
    public static async Task<string> StateAsync(InProcessHost host, bool create = false)
    {
        if (create)
        {
            await host.CreateAsync(Address);
        }

        return (await host.ReadAsync(Address)).ToString();
    }

    public async Task<VerdictFrame> AskAsync(params IReadOnlyList<Op> ops)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            ClientMessageJson.Write(writer, new TurnMessage(++_turn, 0, ops));
        }

        connection.Send((TurnMessage)ClientMessageJson.Read(buffer.WrittenMemory));
        while (true)
        {
            if (Take(await inbox.NextAsync()) is { } verdict)
            {
                return verdict;
            }
        }
    }

    public Task<VerdictFrame> UndoAsync(long turn) => AskAsync(new UndoOp(turn));

    public Task<VerdictFrame> RedoAsync(long turn) => AskAsync(new RedoOp(turn));

    public Task<VerdictFrame> SetAsync(CapsuleModel model, string change) => AskAsync(new SetOp(model.Id, RawJson.Parse(change)));

    /// <summary>Takes in everything up to this batch.</summary>
    public async Task CatchUpAsync(long seq)
    {
        while (Seq < seq)
        {
            Take(await inbox.NextAsync());
        }
    }

    public long Seq { get; private set; }

    private VerdictFrame? Take(IReadOnlyList<Frame> message)
    {
        VerdictFrame? verdict = null;
        foreach (Frame frame in message)
        {
            if (frame is BatchFrame batch)
            {
                copy.Tree.Apply(batch.Events);
                Seq = batch.Seq;
            }

            verdict = frame as VerdictFrame ?? verdict;
        }

        return verdict;
    }

    private static void Fill(Pantry pantry)
    {
        foreach (string label in (string[])["sweet", "sour", "salt"])
        {
            Rack rack = pantry.Racks.Add(new Rack { Label = label });
            for (int number = 1; number <= 3; number++)
            {
                rack.Jars.Add(new Jar { Label = $"{label} {number}", Grams = 100 * number, Made = "today", Chosen = number == 2 });
            }
        }

        pantry.Favourite = pantry.Racks[0].Jars[0];
        pantry.Racks[1].Jars[0].Lid = pantry.Racks[1].Jars[1];
    }
}
