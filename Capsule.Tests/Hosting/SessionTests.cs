using Capsule.Protocol;

namespace Capsule.Tests.Hosting;

[TestFixture]
internal sealed class SessionTests : HostFixture
{
    [Test]
    public async Task Joining_gives_the_state_with_oneself_in_it()
    {
        await using InProcessHost host = Host();
        Client anna = await JoinAsync(host, Anna);

        Assert.That(anna.State.Title, Is.EqualTo("42"));
        Assert.That(anna.State.Present, Is.EqualTo(new[] { "anna" }));
        Assert.That(anna.Initial.Schema, Is.EqualTo(ModelType.Of<Notebook>().SchemaHash()));
    }

    [Test]
    public async Task Others_hear_of_those_who_come_and_go()
    {
        await using InProcessHost host = Host();
        Client anna = await JoinAsync(host, Anna);
        Client bert = await JoinAsync(host, Bert);
        Assert.That((await anna.Inbox.NextAsync<BatchFrame>()).Events.Single().ToString(), Does.Contain("[\"anna\",\"bert\"]"));

        bert.Connection.Leave();
        bert.Connection.Leave();
        Assert.That((await anna.Inbox.NextAsync<BatchFrame>()).Events.Single().ToString(), Does.Contain("[\"anna\"]"));
        Assert.That(anna.Inbox.IsSilent);
    }

    [Test]
    [Promise(11)]
    public async Task Who_joins_later_gets_the_cached_state_and_the_batches_since()
    {
        await using InProcessHost host = Host();
        Client anna = await JoinAsync(host, Anna);
        anna.Connection.Send(Turn(1, [.. Enumerable.Range(0, 50).Select(number => new AddOp(
            anna.State.Notes.Id, RawJson.Parse($$"""{"text":"a rather long text, so that the state is large: {{number}}"}""")))]));
        await anna.Inbox.NextAsync();
        Client bert = await JoinAsync(host, Bert);
        Client carl = await JoinAsync(host, CapsuleUser.Named("carl"));

        Assert.That(carl.Initial.Seq, Is.EqualTo(bert.Initial.Seq), "the same cached state");
        Assert.That(carl.First.OfType<BatchFrame>().Single().Seq, Is.EqualTo(carl.Initial.Seq + 1));
        Assert.That(carl.State.Present, Is.EqualTo(new[] { "anna", "bert", "carl" }));
        Assert.That(carl.State.Notes, Has.Count.EqualTo(50));
    }

    [Test]
    [Promise(19)]
    public async Task Who_fell_behind_gets_no_state_older_than_what_it_has()
    {
        await using InProcessHost host = Host();
        Client anna = await JoinAsync(host, Anna);
        anna.Connection.Send(Turn(1, [.. Enumerable.Range(0, 50).Select(number => new AddOp(
            anna.State.Notes.Id, RawJson.Parse($$"""{"text":"a rather long text, so that the state is large: {{number}}"}""")))]));
        await anna.Inbox.NextAsync();
        Client bert = await JoinAsync(host, Bert);
        anna.Connection.Send(Turn(2, SetTitle(anna, "new")));
        long seq = (await bert.Inbox.NextAsync<BatchFrame>()).Seq;
        Assert.That(seq, Is.GreaterThan(bert.Initial.Seq));

        bert.Connection.Resynchronise();
        Assert.That((await bert.Inbox.NextAsync<InitialFrame>()).Seq, Is.EqualTo(seq));
    }

    [Test]
    [Promise(18)]
    public async Task Server_only_attributes_never_reach_a_client()
    {
        await using InProcessHost host = Host();
        Client anna = await JoinAsync(host, Anna);
        Client bert = await JoinAsync(host, Bert);
        anna.Connection.Send(Turn(1, new CallOp(anna.Root, "shout", RawJson.Parse("""["hey"]"""))));
        await anna.Inbox.NextAsync();
        anna.Connection.Resynchronise();
        await anna.Inbox.NextAsync();

        Notebook stored = await new CapsuleTrees<Notebook>(host).ReadAsync("42");
        Assert.That(stored.Secret, Is.EqualTo("anna shouted"));
        foreach (ReadOnlyMemory<byte> message in anna.Inbox.Raw.Concat(bert.Inbox.Raw))
        {
            Assert.That(new RawJson(message).ToString(), Does.Not.Contain("secret").And.Not.Contain("anna shouted"));
        }
    }

    [Test]
    public async Task Who_may_not_read_is_told_so_and_makes_no_tree()
    {
        await using InProcessHost host = Host();

        Assert.That((await RefusedAsync(host, CapsuleUser.Anonymous)).Code, Is.EqualTo(ErrorCode.Unauthenticated));
        Assert.That((await RefusedAsync(host, CapsuleUser.Named("eve", "stranger"))).Code, Is.EqualTo(ErrorCode.Forbidden));
        Assert.That(await host.ExistsAsync(Address), Is.False);
        Assert.That((await RefusedAsync(host, Anna, address: Address with { Root = "nothing" })).Code, Is.EqualTo(ErrorCode.NotFound));
    }

    [Test]
    public async Task Another_schema_is_refused_and_its_own_or_none_is_not()
    {
        await using InProcessHost host = Host();
        string schema = ModelType.Of<Notebook>().SchemaHash();

        Assert.That((await RefusedAsync(host, Anna, new JoinMessage(Guid.NewGuid(), Schema: "0123456789abcdef"))).Code, Is.EqualTo(ErrorCode.Schema));
        Assert.That(await RefusedAsync(host, Anna, new JoinMessage(Guid.NewGuid(), Schema: schema)), Is.Null);
    }

    [Test]
    public async Task The_same_client_in_a_second_session_ends_the_first()
    {
        await using InProcessHost host = Host();
        Client first = await JoinAsync(host, Anna);
        Client second = await JoinAsync(host, Anna, first.Id);

        Assert.That((await first.Inbox.Ended).Code, Is.EqualTo(ErrorCode.Superseded));
        Assert.That(second.State.Present, Is.EqualTo(new[] { "anna" }));
        first.Connection.Send(Turn(1, SetTitle(first, "too late")));
        second.Connection.Send(Turn(1, SetTitle(second, "in time")));
        Assert.That((await second.Inbox.NextAsync())[1].ToString(), Does.Contain("1"));
        Assert.That((await new CapsuleTrees<Notebook>(host).ReadAsync("42")).Title, Is.EqualTo("in time"));
    }

    [Test]
    public async Task A_join_whose_client_went_meanwhile_supersedes_nobody()
    {
        await using InProcessHost host = Host();
        Client anna = await JoinAsync(host, Anna);
        using var busy = new ManualResetEventSlim();
        using var gone = new CancellationTokenSource();
        Task<bool> work = host.UpdateAsync(Address, _ => busy.Wait(TimeSpan.FromSeconds(20)));
        Task<JoinOutcome> late = host.JoinAsync(
            new JoinRequest(Address, Anna, new JoinMessage(anna.Id), new Limits()), new Subscriber(), gone.Token).AsTask();

        await gone.CancelAsync();
        busy.Set();

        Assert.That(async () => await late, Throws.InstanceOf<OperationCanceledException>());
        Assert.That(await work, Is.True);
        anna.Connection.Send(Turn(1, SetTitle(anna, "still here")));
        Assert.That((await anna.Inbox.NextAsync())[0], Is.TypeOf<VerdictFrame>());
    }

    [Test]
    public async Task A_client_id_belongs_to_the_user_who_first_used_it()
    {
        await using InProcessHost host = Host();
        Client anna = await JoinAsync(host, Anna);

        Assert.That((await RefusedAsync(host, Bert, new JoinMessage(anna.Id))).Code, Is.EqualTo(ErrorCode.Forbidden));
        anna.Connection.Send(Turn(1, SetTitle(anna, "still here")));
        Assert.That((await anna.Inbox.NextAsync())[0], Is.TypeOf<VerdictFrame>());
    }

    [Test]
    public async Task Deleting_a_tree_ends_its_sessions()
    {
        await using InProcessHost host = Host();
        Client anna = await JoinAsync(host, Anna);

        Assert.That(await host.DeleteAsync(Address), Is.True);
        Assert.That((await anna.Inbox.Ended).Code, Is.EqualTo(ErrorCode.NotFound));
        Assert.That(await host.ExistsAsync(Address), Is.False);
        Assert.That(await host.DeleteAsync(Address), Is.False);
    }

    [Test]
    [Promise(23)]
    public async Task Closing_the_host_ends_sessions_and_the_root_hears_of_it()
    {
        var store = new MemoryStore();
        InProcessHost host = Host(store);
        Client anna = await JoinAsync(host, Anna);
        await host.DisposeAsync();

        Assert.That((await anna.Inbox.Ended).Code, Is.EqualTo(ErrorCode.Closing));
        await using InProcessHost next = Host(store);
        Assert.That((await new CapsuleTrees<Notebook>(next).ReadAsync("42")).Present, Is.Empty);
    }
}
