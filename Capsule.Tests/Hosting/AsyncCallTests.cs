using Capsule.Protocol;
using Microsoft.Extensions.DependencyInjection;

namespace Capsule.Tests.Hosting;

/// <summary>Methods that run outside of any turn.</summary>
[TestFixture]
internal sealed class AsyncCallTests : HostFixture
{
    private readonly List<Refusal> _refusals = [];
    private CourierDesk _desk = null!;
    private ServiceProvider _services = null!;

    [SetUp]
    public void MakeServices()
    {
        _desk = new CourierDesk();
        _services = new ServiceCollection().AddSingleton(_desk).AddScoped<Courier>().BuildServiceProvider(validateScopes: true);
        _refusals.Clear();
    }

    [TearDown]
    public ValueTask EndServices() => _services.DisposeAsync();

    [Test]
    public async Task The_verdict_comes_at_the_end_after_all_that_the_call_did()
    {
        await using InProcessHost host = Host();
        Client anna = await JoinAsync(host, Anna);
        anna.Connection.Send(Turn(1, Import(anna, "two")));
        Errand errand = await _desk.NextAsync();
        Assert.That(errand.What, Is.EqualTo("two"));
        Assert.That(anna.Inbox.IsSilent);

        errand.Answer.SetResult("a b");
        Assert.That((await anna.Inbox.NextAsync<BatchFrame>()).Events.Single(), Is.TypeOf<AddEvent>());
        Assert.That((await anna.Inbox.NextAsync<BatchFrame>()).Events.Single(), Is.TypeOf<AddEvent>());
        VerdictFrame verdict = await anna.Inbox.NextAsync<VerdictFrame>();
        Assert.That(verdict.Turn, Is.EqualTo(1));
        Assert.That(verdict.Seq, Is.Null);
        Assert.That(verdict.Results.ToString(), Is.EqualTo("""[["a","b","anna"]]"""));
        Assert.That(await _desk.LeftAsync(), Is.SameAs(errand.Courier));
    }

    [Test]
    [Promise(6)]
    public async Task Meanwhile_others_go_on_and_the_same_clients_turns_wait_in_order()
    {
        await using InProcessHost host = Host();
        Client bert = await JoinAsync(host, CapsuleUser.Named("carl", "member"));
        Client anna = await JoinAsync(host, Anna);
        await bert.Inbox.NextAsync();
        anna.Connection.Send(Turn(1, Import(anna, "one")));
        anna.Connection.Send(Turn(2, SetTitle(anna, "after")));
        anna.Connection.Send(Turn(3, Import(anna, "again")));
        anna.Connection.Send(Turn(4, SetTitle(anna, "last")));
        Errand first = await _desk.NextAsync();

        bert.Connection.Send(Turn(1, SetTitle(bert, "meanwhile")));
        Assert.That(((VerdictFrame)(await bert.Inbox.NextAsync())[0]).IsApplied);
        Assert.That(await anna.Inbox.NextAsync<BatchFrame>(), Is.Not.Null);
        Assert.That(anna.Inbox.IsSilent);

        first.Answer.SetResult("x");
        await anna.Inbox.NextAsync<BatchFrame>();
        Assert.That((await anna.Inbox.NextAsync<VerdictFrame>()).Turn, Is.EqualTo(1));
        Assert.That(((VerdictFrame)(await anna.Inbox.NextAsync())[0]).Turn, Is.EqualTo(2));
        (await _desk.NextAsync()).Answer.SetResult("y");
        await anna.Inbox.NextAsync<BatchFrame>();
        Assert.That((await anna.Inbox.NextAsync<VerdictFrame>()).Turn, Is.EqualTo(3));
        Assert.That(((VerdictFrame)(await anna.Inbox.NextAsync())[0]).Turn, Is.EqualTo(4));
        Assert.That((await new CapsuleTrees<Notebook>(host).ReadAsync("42")).Title, Is.EqualTo("last"));
    }

    [Test]
    public async Task Who_may_not_and_what_does_not_fit_is_refused_before_anything_runs()
    {
        await using InProcessHost host = Host();
        Client bert = await JoinAsync(host, Bert);
        bert.Connection.Send(Turn(1, Import(bert, "mine")));
        Assert.That((await bert.Inbox.NextAsync<VerdictFrame>()).Error!.Code, Is.EqualTo(ErrorCode.Forbidden));

        Client anna = await JoinAsync(host, Anna);
        anna.Connection.Send(Turn(1, new CallOp(anna.Root, "import", RawJson.Parse("[7]"))));
        Assert.That((await anna.Inbox.NextAsync<VerdictFrame>()).Error!.Code, Is.EqualTo(ErrorCode.Invalid));
        anna.Connection.Send(Turn(2, new CallOp(ModelId.New(), "import", RawJson.Parse("""["x"]"""))));
        Assert.That((await anna.Inbox.NextAsync<VerdictFrame>()).Error!.Code, Is.EqualTo(ErrorCode.NotFound));
        anna.Connection.Send(Turn(3, new CallOp(anna.Root, "fetchForServersAsync", RawJson.EmptyArray)));
        Assert.That((await anna.Inbox.NextAsync<VerdictFrame>()).Error!.Code, Is.EqualTo(ErrorCode.NotFound));
        Assert.That(_desk.IsIdle);
    }

    [Test]
    public async Task It_is_alone_in_its_turn()
    {
        await using InProcessHost host = Host();
        Client anna = await JoinAsync(host, Anna);
        anna.Connection.Send(Turn(1, SetTitle(anna, "half"), Import(anna, "x")));

        ProtocolError error = (await anna.Inbox.NextAsync<VerdictFrame>()).Error!;
        Assert.That(error.Code, Is.EqualTo(ErrorCode.Invalid));
        Assert.That(error.Op, Is.EqualTo(1));
        Assert.That(error.Message, Does.Contain("'import'").And.Contain("a turn of its own"));
        Assert.That((await new CapsuleTrees<Notebook>(host).ReadAsync("42")).Title, Is.EqualTo("42"));
        Assert.That(_desk.IsIdle);
    }

    [Test]
    public async Task One_that_throws_failed_without_saying_why_and_what_it_did_stands()
    {
        await using InProcessHost host = Host();
        Client anna = await JoinAsync(host, Anna);
        anna.Connection.Send(Turn(1, Import(anna, "x")));
        Errand errand = await _desk.NextAsync();
        errand.Answer.SetException(new InvalidOperationException("secret of the server"));

        VerdictFrame verdict = await anna.Inbox.NextAsync<VerdictFrame>();
        Assert.That(verdict.Error!.Code, Is.EqualTo(ErrorCode.Failed));
        Assert.That(verdict.Error.Message, Does.Not.Contain("secret"));
        Assert.That(_refusals.Single().Exception!.Message, Is.EqualTo("secret of the server"));
        Assert.That(_refusals.Single().Op, Is.TypeOf<CallOp>());
        Assert.That(await _desk.LeftAsync(), Is.SameAs(errand.Courier));

        anna.Connection.Send(Turn(2, new CallOp(anna.Root, "misplaced", RawJson.EmptyArray)));
        Assert.That((await anna.Inbox.NextAsync<VerdictFrame>()).Error!.Code, Is.EqualTo(ErrorCode.Failed));
        Assert.That(_refusals[1].Exception!.Message, Does.Contain("TreeHandle<Tally>"));
    }

    [Test]
    public async Task Sent_again_while_it_runs_it_is_answered_once_and_other_ops_are_a_conflict()
    {
        await using InProcessHost host = Host();
        Client anna = await JoinAsync(host, Anna);
        TurnMessage turn = Turn(1, Import(anna, "x"));
        anna.Connection.Send(turn);
        Errand errand = await _desk.NextAsync();
        anna.Connection.Send(turn);
        anna.Connection.Send(Turn(1, Import(anna, "y")));
        Assert.That((await anna.Inbox.NextAsync<VerdictFrame>()).Error!.Code, Is.EqualTo(ErrorCode.Conflict));

        errand.Answer.SetResult("a");
        await anna.Inbox.NextAsync<BatchFrame>();
        VerdictFrame verdict = await anna.Inbox.NextAsync<VerdictFrame>();
        Assert.That(verdict.IsApplied);
        anna.Connection.Send(turn);
        Assert.That(await anna.Inbox.NextAsync<VerdictFrame>(), Is.EqualTo(verdict));
        Assert.That(_desk.IsIdle);
    }

    [Test]
    public async Task Whoever_comes_back_while_it_runs_gets_the_verdict_and_what_waited_is_done_once()
    {
        await using InProcessHost host = Host();
        Client anna = await JoinAsync(host, Anna);
        TurnMessage call = Turn(1, Import(anna, "x"));
        TurnMessage next = Turn(2, new AddOp(anna.State.Notes.Id, RawJson.Parse("""{"text":"once"}""")));
        anna.Connection.Send(call);
        anna.Connection.Send(next);
        Errand errand = await _desk.NextAsync();
        anna.Connection.Leave();
        Client again = await JoinAsync(host, Anna, anna.Id);
        Assert.That(again.Initial.Turns.Last, Is.Zero);
        again.Connection.Send(call);
        again.Connection.Send(next);

        errand.Answer.SetResult("a");
        await again.Inbox.NextAsync<BatchFrame>();
        Assert.That((await again.Inbox.NextAsync<VerdictFrame>()).IsApplied);
        Assert.That(((VerdictFrame)(await again.Inbox.NextAsync())[0]).Turn, Is.EqualTo(2));
        Assert.That((await new CapsuleTrees<Notebook>(host).ReadAsync("42")).Notes.Select(note => note.Text), Is.EqualTo(new[] { "a", "once" }));
        Assert.That(_desk.IsIdle);
    }

    [TestCase(1_000)]
    [TestCase(1)]
    [Promise(3)]
    public async Task After_a_crash_it_is_answered_failed_and_never_repeated(int turnsPerSnapshot)
    {
        var store = new MemoryStore();
        var options = new InProcessHostOptions { TurnsPerSnapshot = turnsPerSnapshot };
        InProcessHost first = Host(store, options);
        Client anna = await JoinAsync(first, Anna);
        TurnMessage call = Turn(1, Import(anna, "x"));
        anna.Connection.Send(call);
        Errand errand = await _desk.NextAsync();
        await first.DisposeAsync();
        Assert.That(errand.Cancellation.IsCancellationRequested, "the tree that ended says so");

        await using InProcessHost second = Host(store, options);
        Client again = await JoinAsync(second, Anna, anna.Id);
        Assert.That(again.Initial.Turns.Last, Is.EqualTo(1));
        again.Connection.Send(call);
        VerdictFrame verdict = await again.Inbox.NextAsync<VerdictFrame>();
        Assert.That(verdict.Error!.Code, Is.EqualTo(ErrorCode.Failed));
        Assert.That(verdict.Error.Message, Does.Contain("stopped"));
        again.Connection.Send(Turn(2, SetTitle(again, "goes on")));
        Assert.That(((VerdictFrame)(await again.Inbox.NextAsync())[0]).IsApplied);
        Assert.That(_desk.IsIdle);
    }

    [TestCase(1_000)]
    [TestCase(1)]
    public async Task After_its_end_the_true_verdict_is_what_the_store_has(int turnsPerSnapshot)
    {
        var store = new MemoryStore();
        var options = new InProcessHostOptions { TurnsPerSnapshot = turnsPerSnapshot };
        await using InProcessHost first = Host(store, options);
        Client anna = await JoinAsync(first, Anna);
        TurnMessage call = Turn(1, Import(anna, "x"));
        anna.Connection.Send(call);
        (await _desk.NextAsync()).Answer.SetResult("a");
        await anna.Inbox.NextAsync<BatchFrame>();
        VerdictFrame verdict = await anna.Inbox.NextAsync<VerdictFrame>();

        await using InProcessHost second = Host(store, options);
        Client again = await JoinAsync(second, Anna, anna.Id);
        Assert.That(again.Initial.Turns.Verdicts, Is.EqualTo(new[] { verdict }));
        again.Connection.Send(call);
        Assert.That(await again.Inbox.NextAsync<VerdictFrame>(), Is.EqualTo(verdict));
    }

    [Test]
    public async Task Nothing_runs_before_the_store_knows_that_it_begins()
    {
        var store = new Hosts.AspNetCore.HeldStore();
        await using InProcessHost host = Host(store);
        Client anna = await JoinAsync(host, Anna);
        store.Hold();
        anna.Connection.Send(Turn(1, Import(anna, "x")));
        Task<Errand> errand = _desk.NextAsync();
        StoredTree? stored;
        do
        {
            stored = await store.LoadAsync(Address);
            await Task.Yield();
        }
        while (stored!.Entries.All(entry => entry.Turn is null));
        Assert.That(errand.IsCompleted, Is.False);

        store.Release();
        (await errand).Answer.SetResult("a");
        await anna.Inbox.NextAsync<BatchFrame>();
        Assert.That((await anna.Inbox.NextAsync<VerdictFrame>()).IsApplied);
    }

    [Test]
    public async Task Turns_that_wait_for_it_are_bounded()
    {
        await using InProcessHost host = Host(options: new InProcessHostOptions { MaxQueuedTurns = 2 });
        Client anna = await JoinAsync(host, Anna);
        anna.Connection.Send(Turn(1, Import(anna, "x")));
        Errand errand = await _desk.NextAsync();
        for (int number = 2; number <= 4; number++)
        {
            anna.Connection.Send(Turn(number, SetTitle(anna, $"{number}")));
            await new CapsuleTrees<Notebook>(host).ReadAsync("42");
        }

        Assert.That((await anna.Inbox.NextAsync<HoldFrame>()).Code, Is.EqualTo(ErrorCode.Busy));
        errand.Answer.SetResult("a");
        await anna.Inbox.NextAsync<BatchFrame>();
        Assert.That((await anna.Inbox.NextAsync<VerdictFrame>()).Turn, Is.EqualTo(1));
        Assert.That(((VerdictFrame)(await anna.Inbox.NextAsync())[0]).Turn, Is.EqualTo(2));
        Assert.That(((VerdictFrame)(await anna.Inbox.NextAsync())[0]).Turn, Is.EqualTo(3));
    }

    [Test]
    public async Task Server_code_calls_it_like_any_other_and_may_stop_waiting()
    {
        await using InProcessHost host = Host();
        var notebooks = new CapsuleTrees<Notebook>(host);
        await notebooks.CreateAsync("42");
        ModelHandle<Notebook> root = notebooks.Tree("42").Root;
        Task<IReadOnlyList<string>> importing = root.ImportAsync("x");
        (await _desk.NextAsync()).Answer.SetResult("a b");
        Assert.That(await importing, Is.EqualTo(new[] { "a", "b", "the server" }));

        Task fetching = root.FetchForServersAsync();
        (await _desk.NextAsync()).Answer.SetResult("c");
        await fetching;
        Assert.That((await notebooks.ReadAsync("42")).Notes, Has.Count.EqualTo(3));

        using var stop = new CancellationTokenSource();
        Task<IReadOnlyList<string>> stopped = root.ImportAsync("x", stop.Token);
        Errand errand = await _desk.NextAsync();
        await stop.CancelAsync();
        Assert.That(async () => await stopped, Throws.InstanceOf<OperationCanceledException>());
        Assert.That(errand.Cancellation.IsCancellationRequested);

        Task<IReadOnlyList<string>> failing = root.ImportAsync("x");
        (await _desk.NextAsync()).Answer.SetException(new InvalidOperationException("why"));
        Assert.That(async () => await failing, Throws.InvalidOperationException.With.Message.EqualTo("why"));
        Assert.That(async () => await notebooks.Tree("43").Root.ImportAsync("x"), Throws.TypeOf<CapsuleException>());
    }

    [Test]
    public async Task What_goes_on_after_the_end_of_the_host_changes_nothing_more()
    {
        var store = new MemoryStore();
        InProcessHost host = Host(store);
        await new CapsuleTrees<Notebook>(host).CreateAsync("42");
        TreeHandle<Notebook> tree = new CapsuleTrees<Notebook>(host).Tree("42");
        await host.DisposeAsync();

        Assert.That(async () => await tree.Root.JotAsync("late"), Throws.TypeOf<ObjectDisposedException>());
    }

    [Test]
    public void Without_a_host_nobody_can_run_it()
    {
        ProtocolError error = new Notebook().SafeCall(Anna, "import", """["x"]""").Error!;

        Assert.That(error.Code, Is.EqualTo(ErrorCode.Invalid));
        Assert.That(error.Message, Does.Contain("only a host can run it"));
    }

    private static CallOp Import(Client client, string what) => new(client.Root, "import", RawJson.Parse($"[\"{what}\"]"));

    private InProcessHost Host(ICapsuleStore? store = null, InProcessHostOptions? options = null) => Host(store, options, _refusals.Add, _services);
}
