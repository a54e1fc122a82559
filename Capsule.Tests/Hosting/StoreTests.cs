using System.Threading.Channels;
using Capsule.Protocol;

namespace Capsule.Tests.Hosting;

/// <summary>What clients see of a store that is slow, or fails.</summary>
[TestFixture]
internal sealed class StoreTests : HostFixture
{
    [TestCase(3)]
    [TestCase(1000)]
    [Promise(3)]
    [Promise(20)]
    public async Task A_tree_that_is_loaded_again_is_as_it_was_down_to_the_clients_turns(int turnsPerSnapshot)
    {
        var store = new MemoryStore();
        await using InProcessHost first = Host(store, new InProcessHostOptions { TurnsPerSnapshot = turnsPerSnapshot });
        Client anna = await JoinAsync(first, Anna);
        TurnMessage last = Turn(5, new AddOp(anna.State.Notes.Id, RawJson.Parse("""{"text":"5"}""")));
        for (int number = 1; number <= 4; number++)
        {
            anna.Connection.Send(Turn(number, new AddOp(anna.State.Notes.Id, RawJson.Parse($$"""{"text":"{{number}}"}"""))));
        }

        anna.Connection.Send(last);
        for (int number = 1; number <= 5; number++)
        {
            await anna.Inbox.NextAsync();
        }

        Notebook before = await new CapsuleTrees<Notebook>(first).ReadAsync("42");
        await using InProcessHost second = Host(store);
        Client again = await JoinAsync(second, Anna, anna.Id, confirmed: 4);

        Notebook after = await new CapsuleTrees<Notebook>(second).ReadAsync("42");
        Assert.That(after.Notes.Select(note => note.Id), Is.EqualTo(before.Notes.Select(note => note.Id)));
        Assert.That(again.Initial.Epoch, Is.EqualTo(anna.Initial.Epoch));
        Assert.That(again.Initial.Seq, Is.GreaterThan(anna.Initial.Seq + 4));
        again.Connection.Send(last);
        Assert.That((await again.Inbox.NextAsync<VerdictFrame>()).IsApplied);
        Assert.That((await new CapsuleTrees<Notebook>(second).ReadAsync("42")).Notes, Has.Count.EqualTo(5), "answered from the journal, not done again");
    }

    [Test]
    public async Task Handlers_do_not_do_again_what_the_journal_says_they_did()
    {
        var store = new MemoryStore();
        RootDefinition[] roots = [new(ModelType.Of<Tally>())];
        await using var first = new InProcessHost(roots, store);
        var tallies = new LocalTrees<Tally>(first);
        await tallies.CreateAsync("t");
        for (int value = 1; value <= 3; value++)
        {
            await tallies.UpdateAsync("t", tally => { tally.Value = value; });
        }

        await using var second = new InProcessHost(roots, store);
        Assert.That((await new CapsuleTrees<Tally>(second).ReadAsync("t")).Changes, Is.EqualTo(3));
    }

    [Test]
    [Promise(2)]
    public async Task Nothing_is_told_before_the_store_has_it_and_then_all_in_order()
    {
        var store = new GatedStore();
        await using InProcessHost host = Host(store);
        store.Open();
        Client anna = await JoinAsync(host, Anna);
        store.Shut();
        anna.Connection.Send(Turn(1, SetTitle(anna, "one")));
        anna.Connection.Send(Turn(2, SetTitle(anna, "two")));
        Task<JoinOutcome> joining = host.JoinAsync(new JoinRequest(Address, Bert, new JoinMessage(Guid.NewGuid()), new Limits()), new Subscriber()).AsTask();
        await store.WaitForAsync(3);
        Assert.That(anna.Inbox.IsSilent);
        Assert.That(joining.IsCompleted, Is.False);

        store.Open();
        Assert.That(((VerdictFrame)(await anna.Inbox.NextAsync())[0]).Turn, Is.EqualTo(1));
        Assert.That(((VerdictFrame)(await anna.Inbox.NextAsync())[0]).Turn, Is.EqualTo(2));
        Assert.That((await joining).Connection, Is.Not.Null);
    }

    [Test]
    [Promise(21)]
    public async Task If_the_store_fails_sessions_end_and_what_was_not_confirmed_did_not_happen()
    {
        var store = new GatedStore();
        store.Open();
        await using InProcessHost host = Host(store);
        Client anna = await JoinAsync(host, Anna);
        store.Shut();
        anna.Connection.Send(Turn(1, SetTitle(anna, "lost")));
        Task call = new CapsuleTrees<Notebook>(host).Tree("42").Root.ShoutAsync("lost too");
        await store.WaitForAsync(2);
        store.Fail();

        Assert.That((await anna.Inbox.Ended).Code, Is.EqualTo(ErrorCode.Closing));
        Assert.That(async () => await call, Throws.TypeOf<CapsuleException>().With.Property("Code").EqualTo(ErrorCode.Closing));
        Assert.That(anna.Inbox.IsSilent);
        store.Open();
        Client again = await JoinAsync(host, Anna, anna.Id);
        Assert.That(again.State.Title, Is.EqualTo("42"));
        Assert.That(again.Initial.Turns.Last, Is.Zero);
        again.Connection.Send(Turn(1, SetTitle(again, "sent again")));
        Assert.That(((VerdictFrame)(await again.Inbox.NextAsync())[0]).IsApplied);
    }

    [Test]
    [Promise(23)]
    public async Task A_session_that_is_ended_is_answered_first()
    {
        var store = new GatedStore();
        store.Open();
        await using InProcessHost host = Host(store);
        Client anna = await JoinAsync(host, Anna);
        Client other = await JoinAsync(host, Anna);
        await anna.Inbox.NextAsync();
        store.Shut();
        anna.Connection.Send(Turn(1, SetTitle(anna, "asked for")));
        anna.Connection.End(new ProtocolError(ErrorCode.Closing, "The server is closing."));
        other.Connection.Send(Turn(1, SetTitle(other, "after it")));
        await store.WaitForAsync(2);

        Assert.That(anna.Inbox.Ended.IsCompleted, Is.False);
        store.Open();
        Assert.That(((VerdictFrame)(await anna.Inbox.NextAsync())[0]).IsApplied);
        Assert.That((await anna.Inbox.Ended).Code, Is.EqualTo(ErrorCode.Closing));
    }

    [Test]
    [Promise(22)]
    public async Task A_writer_that_is_not_the_next_is_refused()
    {
        var store = new MemoryStore();
        await using InProcessHost first = Host(store);
        await using InProcessHost second = Host(store);
        Client anna = await JoinAsync(first, Anna);
        await JoinAsync(second, Bert);
        anna.Connection.Send(Turn(1, SetTitle(anna, "no longer the owner")));

        Assert.That((await anna.Inbox.Ended).Code, Is.EqualTo(ErrorCode.Closing));
        Assert.That((await new CapsuleTrees<Notebook>(second).ReadAsync("42")).Title, Is.EqualTo("42"));
    }

    /// <summary>A store in memory whose appends wait until it is opened, or fail.</summary>
    private sealed class GatedStore : ICapsuleStore
    {
        private readonly MemoryStore _inner = new();
        private readonly Channel<bool> _arrived = Channel.CreateUnbounded<bool>();
        private readonly Lock _lock = new();
        private TaskCompletionSource _gate = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private Task _last = Task.CompletedTask;

        public void Open() => _gate.TrySetResult();

        public void Fail() => Interlocked.Exchange(ref _gate, new()).TrySetException(new IOException("the disk is gone"));

        public void Shut()
        {
            while (_arrived.Reader.TryRead(out _))
            {
            }

            _gate = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        /// <summary>Waits until this many appends have come since the gate was shut.</summary>
        public async Task WaitForAsync(int appends)
        {
            for (int number = 0; number < appends; number++)
            {
                await _arrived.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(10));
            }
        }

        public ValueTask AppendAsync(TreeAddress tree, JournalEntry entry, CancellationToken cancellationToken = default)
        {
            lock (_lock)
            {
                _last = AppendAfterAsync(_last, _gate.Task, tree, entry);
                _arrived.Writer.TryWrite(true);
                return new ValueTask(_last);
            }
        }

        public ValueTask<StoredTree?> LoadAsync(TreeAddress tree, CancellationToken cancellationToken = default)
        {
            lock (_lock)
            {
                _last = Task.CompletedTask;
            }

            return _inner.LoadAsync(tree, cancellationToken);
        }

        public ValueTask<bool> CreateAsync(TreeAddress tree, TreeSnapshot snapshot, CancellationToken cancellationToken = default) =>
            _inner.CreateAsync(tree, snapshot, cancellationToken);

        public ValueTask SaveSnapshotAsync(TreeAddress tree, TreeSnapshot snapshot, CancellationToken cancellationToken = default) =>
            _inner.SaveSnapshotAsync(tree, snapshot, cancellationToken);

        public ValueTask<bool> DeleteAsync(TreeAddress tree, CancellationToken cancellationToken = default) => _inner.DeleteAsync(tree, cancellationToken);

        public ValueTask<bool> ExistsAsync(TreeAddress tree, CancellationToken cancellationToken = default) => _inner.ExistsAsync(tree, cancellationToken);

        public IAsyncEnumerable<string> ListAsync(string tenant, string root, CancellationToken cancellationToken = default) =>
            _inner.ListAsync(tenant, root, cancellationToken);

        public IAsyncEnumerable<ScheduledTree> ListScheduledAsync(CancellationToken cancellationToken = default) => _inner.ListScheduledAsync(cancellationToken);

        private async Task AppendAfterAsync(Task last, Task gate, TreeAddress tree, JournalEntry entry)
        {
            await last;
            await gate;
            await _inner.AppendAsync(tree, entry);
        }
    }
}
