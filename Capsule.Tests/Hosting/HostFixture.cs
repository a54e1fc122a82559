using System.Buffers;
using System.Text.Json;
using Capsule.Protocol;

namespace Capsule.Tests.Hosting;

/// <summary>A host of this process with notebooks, and clients that join them.</summary>
[Parallelizable]
internal abstract class HostFixture
{
    protected static readonly CapsuleUser Anna = CapsuleUser.Named("anna", "member");
    protected static readonly CapsuleUser Bert = CapsuleUser.Named("bert");
    protected static readonly TreeAddress Address = new("", "notebook", "42");

    protected static InProcessHost Host(
        ICapsuleStore? store = null, InProcessHostOptions? options = null, Action<Refusal>? onRefused = null, IServiceProvider? services = null, TimeProvider? time = null) => new(
        [new RootDefinition(ModelType.Of<Notebook>()) { CreateOnJoin = true, Seed = (root, key) => ((Notebook)root).Title = key, OnRefused = onRefused }],
        store ?? new MemoryStore(),
        options,
        time,
        services: services);

    protected static async Task<Client> JoinAsync(ICapsuleHost host, CapsuleUser user, Guid? id = null, long confirmed = 0)
    {
        var subscriber = new Subscriber();
        var join = new JoinMessage(id ?? Guid.NewGuid(), confirmed);
        JoinOutcome outcome = await host.JoinAsync(new JoinRequest(Address, user, join, new Limits()), subscriber);
        Assert.That(outcome.Refusal, Is.Null);
        return new Client(outcome.Connection!, subscriber, join.Client, await subscriber.NextAsync());
    }

    protected static async Task<ProtocolError> RefusedAsync(ICapsuleHost host, CapsuleUser user, JoinMessage? join = null, TreeAddress? address = null)
    {
        JoinOutcome outcome = await host.JoinAsync(
            new JoinRequest(address ?? Address, user, join ?? new JoinMessage(Guid.NewGuid()), new Limits()), new Subscriber());
        return outcome.Refusal!;
    }

    /// <summary>A turn as a gateway reads it from a socket.</summary>
    protected static TurnMessage Turn(long number, params IReadOnlyList<Op> ops) => Turn(number, 0, ops);

    protected static TurnMessage Turn(long number, long confirmed, IReadOnlyList<Op> ops)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            ClientMessageJson.Write(writer, new TurnMessage(number, confirmed, ops));
        }

        return (TurnMessage)ClientMessageJson.Read(buffer.WrittenMemory);
    }

    protected static SetOp SetTitle(Client client, string title) =>
        new(client.Root, RawJson.Parse($$"""{"title":{{JsonSerializer.Serialize(title)}}}"""));

    protected sealed record Client(IConnection Connection, Subscriber Inbox, Guid Id, IReadOnlyList<Frame> First)
    {
        public InitialFrame Initial => (InitialFrame)First[0];

        public ModelId Root => State.Id;

        /// <summary>The tree as the first message had it.</summary>
        public Notebook State
        {
            get
            {
                var notebook = new Notebook();
                notebook.Mport(Initial.App.Utf8.Span);
                foreach (BatchFrame batch in First.OfType<BatchFrame>())
                {
                    notebook.Tree.Apply(batch.Events);
                }

                return notebook;
            }
        }
    }
}
