using System.Text;
using Capsule.Protocol;

namespace Capsule.Tests.Hosting;

/// <summary>Hosts with a theatre, visits of it, and what their store has of it.</summary>
internal abstract class TheatreFixture : HostFixture
{
    protected static readonly TreeAddress House = new("", "theatre", "1");

    protected static readonly CapsuleUser Director = CapsuleUser.Named("dora", "director");

    protected static InProcessHost TheatreHost(ICapsuleStore store, InProcessHostOptions? options = null, TimeProvider? time = null) =>
        new([new RootDefinition(ModelType.Of<Theatre>()) { CreateOnJoin = true }], store, options, time: time);

    protected static async Task<Visitor> VisitAsync(InProcessHost host, CapsuleUser? user = null, Guid? id = null, long confirmed = 0, ResumePoint? since = null)
    {
        var inbox = new Subscriber();
        var join = new JoinMessage(id ?? Guid.NewGuid(), confirmed, Since: since);
        JoinOutcome outcome = await host.JoinAsync(new JoinRequest(House, user ?? Anna, join, new Limits()), inbox);
        Assert.That(outcome.Refusal, Is.Null);
        return new Visitor(join.Client, inbox, outcome.Connection!, await inbox.NextAsync());
    }

    protected static Task<T> AskAsync<T>(InProcessHost host, Func<Theatre, T> ask) => host.UpdateAsync(House, root => ask((Theatre)root));

    /// <summary>All bytes that the store has of the theatre, as text.</summary>
    protected static async Task<string> StoredAsync(ICapsuleStore store)
    {
        StoredTree stored = (await store.LoadAsync(House))!;
        var text = new StringBuilder(stored.Snapshot.State.ToString());
        foreach (JournalEntry entry in stored.Entries)
        {
            text.Append('\n').Append(entry.Events);
        }

        return text.ToString();
    }

    protected static async Task<long> PositionAsync(ICapsuleStore store)
    {
        StoredTree stored = (await store.LoadAsync(House))!;
        return stored.Entries.Count > 0 ? stored.Entries[^1].Position : stored.Snapshot.Position;
    }

    protected static SetOp Set(ModelId id, string change) => new(id, RawJson.Parse(change));

    protected static AddOp Add(ModelId collection, string data = "{}") => new(collection, RawJson.Parse(data));

    protected sealed record Visitor(Guid Id, Subscriber Inbox, IConnection Connection, IReadOnlyList<Frame> First)
    {
        private long _turn;

        public InitialFrame Initial => (InitialFrame)First[0];

        /// <summary>Where the visitor is after the first message.</summary>
        public ResumePoint Known => new(Initial.Epoch, First.OfType<BatchFrame>().LastOrDefault()?.Seq ?? Initial.Seq, Initial.View);

        /// <summary>A copy of what the visitor sees.</summary>
        public Theatre Copy { get; } = CopyOf(First);

        /// <summary>Sends a turn, the visitor's next.</summary>
        public void Send(params IReadOnlyList<Op> ops) => Connection.Send(Turn(++_turn, ops));

        public async Task<IReadOnlyList<Frame>> DoAsync(params IReadOnlyList<Op> ops)
        {
            Send(ops);
            return await Inbox.NextAsync();
        }

        private static Theatre CopyOf(IReadOnlyList<Frame> first)
        {
            var copy = new Theatre();
            if (first[0] is not InitialFrame initial)
            {
                return copy;
            }

            copy.Mport(initial.App.Utf8.Span);
            foreach (Frame frame in first)
            {
                copy.Tree.Apply(frame is BatchFrame batch ? batch.Events : frame is TransientFrame transient ? transient.Events : []);
            }

            return copy;
        }
    }
}
