using Capsule.Protocol;
using Microsoft.Extensions.Time.Testing;

namespace Capsule.Tests.Hosting;

[TestFixture]
internal sealed class TurnTests : HostFixture
{
    [Test]
    public async Task The_verdict_stands_before_its_batch_in_one_message_and_others_get_the_batch_alone()
    {
        await using InProcessHost host = Host();
        Client bert = await JoinAsync(host, Bert);
        Client anna = await JoinAsync(host, Anna);
        await bert.Inbox.NextAsync();
        anna.Connection.Send(Turn(1, SetTitle(anna, "New")));

        IReadOnlyList<Frame> message = await anna.Inbox.NextAsync();
        var verdict = (VerdictFrame)message[0];
        var batch = (BatchFrame)message[1];
        Assert.That(verdict.IsApplied);
        Assert.That(verdict.Seq, Is.EqualTo(batch.Seq));
        Assert.That(verdict.Results.ToString(), Is.EqualTo("[null]"));
        Assert.That(batch.Events.Single(), Is.EqualTo(new ChangeEvent(anna.Root, RawJson.Parse("""{"title":"New"}"""))));
        Assert.That((await bert.Inbox.NextAsync<BatchFrame>()).Events.Single(), Is.EqualTo(batch.Events.Single()));
    }

    [Test]
    [Promise(3)]
    public async Task A_turn_sent_again_is_answered_again_and_not_done_again()
    {
        await using InProcessHost host = Host();
        Client anna = await JoinAsync(host, Anna);
        TurnMessage turn = Turn(1, new AddOp(anna.State.Notes.Id, RawJson.Parse("""{"text":"once"}""")));
        anna.Connection.Send(turn);
        var first = (VerdictFrame)(await anna.Inbox.NextAsync())[0];
        anna.Connection.Send(turn);

        Assert.That(await anna.Inbox.NextAsync<VerdictFrame>(), Is.EqualTo(first));
        Assert.That((await new CapsuleTrees<Notebook>(host).ReadAsync("42")).Notes, Has.Count.EqualTo(1));
    }

    [Test]
    [Promise(4)]
    public async Task Another_turn_under_a_used_number_is_a_conflict()
    {
        await using InProcessHost host = Host();
        Client anna = await JoinAsync(host, Anna);
        anna.Connection.Send(Turn(1, SetTitle(anna, "one")));
        await anna.Inbox.NextAsync();
        anna.Connection.Send(Turn(1, SetTitle(anna, "other")));

        Assert.That((await anna.Inbox.NextAsync<VerdictFrame>()).Error!.Code, Is.EqualTo(ErrorCode.Conflict));
    }

    [Test]
    [Promise(6)]
    public async Task A_turn_too_early_is_held_and_says_which_is_next()
    {
        await using InProcessHost host = Host();
        Client anna = await JoinAsync(host, Anna);
        anna.Connection.Send(Turn(3, SetTitle(anna, "three")));

        Assert.That(await anna.Inbox.NextAsync<HoldFrame>(), Is.EqualTo(new HoldFrame(3, ErrorCode.Gap, Next: 1)));
    }

    [Test]
    [Promise(5)]
    public async Task A_refused_turn_uses_its_number_and_changes_nothing()
    {
        var refusals = new List<Refusal>();
        await using InProcessHost host = Host(onRefused: refusals.Add);
        Client anna = await JoinAsync(host, Anna);
        Client bert = await JoinAsync(host, Bert);
        await anna.Inbox.NextAsync();
        bert.Connection.Send(Turn(1, SetTitle(bert, "mine")));
        anna.Connection.Send(Turn(1, SetTitle(anna, "half"), new SetOp(anna.Root, RawJson.Parse("""{"nothing":1}"""))));

        Assert.That((await bert.Inbox.NextAsync<VerdictFrame>()).Error!.Code, Is.EqualTo(ErrorCode.Forbidden));
        VerdictFrame verdict = await anna.Inbox.NextAsync<VerdictFrame>();
        Assert.That(verdict.Error!.Code, Is.EqualTo(ErrorCode.NotFound));
        Assert.That(verdict.Error.Op, Is.EqualTo(1));
        Assert.That(refusals.Select(refusal => refusal.User.Name), Is.EqualTo(new[] { "bert", "anna" }));
        Assert.That((await new CapsuleTrees<Notebook>(host).ReadAsync("42")).Title, Is.EqualTo("42"));
        anna.Connection.Send(Turn(2, SetTitle(anna, "goes on")));
        Assert.That(((VerdictFrame)(await anna.Inbox.NextAsync())[0]).IsApplied);
    }

    [Test]
    [Promise(5)]
    public async Task A_refused_turn_is_refused_again_when_it_would_be_allowed_by_now()
    {
        var store = new MemoryStore();
        await using InProcessHost host = Host(store);
        Client anna = await JoinAsync(host, CapsuleUser.Named("anna"));
        TurnMessage turn = Turn(1, SetTitle(anna, "mine"));
        anna.Connection.Send(turn);
        VerdictFrame refused = await anna.Inbox.NextAsync<VerdictFrame>();
        anna.Connection.Renew(Anna);
        anna.Connection.Send(turn);

        Assert.That(await anna.Inbox.NextAsync<VerdictFrame>(), Is.EqualTo(refused));
        await using InProcessHost restarted = Host(store);
        Client again = await JoinAsync(restarted, Anna, anna.Id);
        again.Connection.Send(turn);
        Assert.That((await again.Inbox.NextAsync<VerdictFrame>()).Error!.Code, Is.EqualTo(ErrorCode.Forbidden));
        Assert.That((await new CapsuleTrees<Notebook>(restarted).ReadAsync("42")).Title, Is.EqualTo("42"));
    }

    [Test]
    [Promise(9)]
    public async Task A_turn_that_there_is_no_time_for_is_held_and_done_when_it_is_sent_again()
    {
        await using InProcessHost host = Host(options: new InProcessHostOptions { MaxQueuedTurns = 1 });
        Client anna = await JoinAsync(host, Anna);
        using var busy = new ManualResetEventSlim();
        Task<bool> work = host.UpdateAsync(Address, _ => busy.Wait(TimeSpan.FromSeconds(10)));
        TurnMessage second = Turn(2, SetTitle(anna, "two"));
        anna.Connection.Send(Turn(1, SetTitle(anna, "one")));
        anna.Connection.Send(second);
        busy.Set();

        Assert.That(await work);
        Assert.That(((VerdictFrame)(await anna.Inbox.NextAsync())[0]).Turn, Is.EqualTo(1));
        Assert.That(await anna.Inbox.NextAsync<HoldFrame>(), Is.EqualTo(new HoldFrame(2, ErrorCode.Busy, RetryAfterMs: 250)));
        anna.Connection.Send(second);
        Assert.That(((VerdictFrame)(await anna.Inbox.NextAsync())[0]).IsApplied);
        Assert.That((await new CapsuleTrees<Notebook>(host).ReadAsync("42")).Title, Is.EqualTo("two"));
    }

    [Test]
    public async Task Who_may_not_is_told_so_before_what_they_believed_is_looked_at()
    {
        await using InProcessHost host = Host();
        Client bert = await JoinAsync(host, Bert);
        bert.Connection.Send(Turn(1, new SetOp(bert.Root, RawJson.Parse("""{"title":"x"}"""), RawJson.Parse("""{"title":"no longer"}"""))));

        Assert.That((await bert.Inbox.NextAsync<VerdictFrame>()).Error!.Code, Is.EqualTo(ErrorCode.Forbidden));
    }

    [Test]
    [Promise(1)]
    public async Task A_method_that_throws_is_undone_and_reveals_nothing()
    {
        await using InProcessHost host = Host();
        Client anna = await JoinAsync(host, Anna);
        anna.Connection.Send(Turn(1, new CallOp(anna.Root, "shout", RawJson.Parse("""["throw"]"""))));

        ProtocolError error = (await anna.Inbox.NextAsync<VerdictFrame>()).Error!;
        Assert.That(error.Code, Is.EqualTo(ErrorCode.Failed));
        Assert.That(error.Message, Does.Not.Contain("secret"));
        Assert.That((await new CapsuleTrees<Notebook>(host).ReadAsync("42")).Title, Is.EqualTo("42"));
    }

    [Test]
    public async Task Rejoining_gives_the_verdicts_that_were_not_confirmed()
    {
        await using InProcessHost host = Host();
        Client anna = await JoinAsync(host, Anna);
        anna.Connection.Send(Turn(1, SetTitle(anna, "one")));
        anna.Connection.Send(Turn(2, SetTitle(anna, "two")));
        await anna.Inbox.NextAsync();
        await anna.Inbox.NextAsync();
        Client again = await JoinAsync(host, Anna, anna.Id, confirmed: 1);

        Assert.That(again.Initial.Turns.Last, Is.EqualTo(2));
        Assert.That(again.Initial.Turns.Verdicts.Select(verdict => verdict.Turn), Is.EqualTo(new[] { 2L }));
        again.Connection.Send(Turn(3, confirmed: 2, [SetTitle(again, "three")]));
        Assert.That(((VerdictFrame)(await again.Inbox.NextAsync())[0]).Turn, Is.EqualTo(3));
    }

    [Test]
    [Promise(10)]
    public async Task A_queue_that_the_server_forgot_is_lost()
    {
        await using InProcessHost host = Host();
        Client anna = await JoinAsync(host, Anna, confirmed: 7);

        Assert.That(anna.Initial.Turns.IsLost);
    }

    [Test]
    public async Task The_clients_used_longest_ago_are_forgotten_first()
    {
        await using InProcessHost host = Host(options: new InProcessHostOptions { MaxClientsPerTree = 2 });
        var ids = new List<Guid>();
        for (int number = 0; number < 3; number++)
        {
            Client client = await JoinAsync(host, Anna);
            client.Connection.Send(Turn(1, SetTitle(client, $"{number}")));
            await client.Inbox.NextAsync();
            client.Connection.Leave();
            ids.Add(client.Id);
        }

        Assert.That((await JoinAsync(host, Anna, ids[2], confirmed: 1)).Initial.Turns.IsLost, Is.False);
        Assert.That((await JoinAsync(host, Anna, ids[0], confirmed: 1)).Initial.Turns.IsLost, Is.True);
    }

    [TestCase(false, 1_000)]
    [TestCase(true, 1_000)]
    [TestCase(true, 2)]
    public async Task A_client_that_is_away_for_longer_than_a_month_is_forgotten_and_one_that_is_there_is_not(bool restarts, int turnsPerSnapshot)
    {
        var store = new MemoryStore();
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
        var options = new InProcessHostOptions { TurnsPerSnapshot = turnsPerSnapshot };
        InProcessHost host = Host(store, options, time: time);
        Client stays = await JoinAsync(host, Bert);
        var ids = new List<Guid>();
        for (int number = 0; number < 2; number++)
        {
            Client client = await JoinAsync(host, Anna);
            time.Advance(TimeSpan.FromDays(3));
            client.Connection.Send(Turn(1, SetTitle(client, $"{number}")));
            await client.Inbox.NextAsync();
            client.Connection.Leave();
            ids.Add(client.Id);
        }

        // Six days have gone by; the first has been away for three of them.
        time.Advance(TimeSpan.FromDays(27));
        if (restarts)
        {
            await host.DisposeAsync();
            host = Host(store, options, time: time);
        }

        time.Advance(TimeSpan.FromHours(1));
        Assert.That((await JoinAsync(host, Anna, ids[0], confirmed: 1)).Initial.Turns.IsLost, Is.True);
        Assert.That((await JoinAsync(host, Anna, ids[1], confirmed: 1)).Initial.Turns.IsLost, Is.False);
        if (!restarts)
        {
            stays.Connection.Leave();
            Assert.That((await JoinAsync(host, Bert, stays.Id, confirmed: 1)).Initial.Turns.IsLost, Is.False, "he was there until now");
        }

        await host.DisposeAsync();
    }

    [TestCase("""{"text":"TOO LONG"}""", ErrorCode.TooLarge, nameof(InProcessHostOptions.MaxStringBytes))]
    [TestCase("""{"text":"ok"}""", ErrorCode.TooLarge, nameof(InProcessHostOptions.MaxModelsPerTree))]
    public async Task Limits_are_named_in_the_refusal(string data, ErrorCode code, string option)
    {
        await using InProcessHost host = Host(options: new InProcessHostOptions { MaxStringBytes = 4, MaxModelsPerTree = 1 });
        Client anna = await JoinAsync(host, Anna);
        anna.Connection.Send(Turn(1, new AddOp(anna.State.Notes.Id, RawJson.Parse(data))));

        ProtocolError error = (await anna.Inbox.NextAsync<VerdictFrame>()).Error!;
        Assert.That(error.Code, Is.EqualTo(code));
        Assert.That(error.Message, Does.Contain(option));
    }
}
