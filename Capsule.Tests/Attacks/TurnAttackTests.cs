using Capsule.Protocol;
using Capsule.Tests.Hosts.AspNetCore;

namespace Capsule.Tests.Attacks;

/// <summary>Numbers of turns and names of queues that are somebody else's, used already, or too many.</summary>
[Parallelizable]
internal sealed class TurnAttackTests
{
    [Test]
    public async Task Another_users_client_id_is_refused_and_its_owner_goes_on()
    {
        await using Siege siege = await Siege.OpenAsync();
        await using SocketClient eve = await SocketClient.OpenAsync(siege.Server, "fortress/42", await siege.Server.CookieAsync("eve"));
        await eve.SendAsync($$"""{"event":"join","client":"{{siege.Mallory.Client.ToUpperInvariant()}}"}""");

        await IdentityTests.EndsAsync(eve, ErrorCode.Forbidden, 4003);
        await siege.AppliedAsync(Ops.Set(siege.Fortress, """{"name":"still here"}"""));
    }

    [TestCase("00000000-0000-0000-0000-00000000000g")]
    [TestCase("")]
    [TestCase("__proto__")]
    [TestCase("5b1ef3a00000400080000000000000001")]
    public async Task A_client_id_that_is_none_joins_nothing(string client)
    {
        await using Server server = await Siege.StartAsync();
        await using SocketClient eve = await SocketClient.OpenAsync(server, "fortress/42", await server.CookieAsync("eve"));
        await eve.SendAsync($$"""{"event":"join","client":{{Ops.Text(client)}}}""");

        Assert.That((await eve.NextAsync<ErrorFrame>()).Error.Code, Is.EqualTo(ErrorCode.Invalid));
    }

    [Test]
    [Promise(4, TakesTime = true)]
    public async Task A_used_number_with_other_ops_is_a_conflict_and_with_the_same_ops_the_same_verdict()
    {
        await using Siege siege = await Siege.OpenAsync();
        string first = Ops.Increment(siege.Fortress, "height");
        string verdict = await siege.AskTextAsync(first);

        await siege.Mallory.TurnAsync(1, Ops.Increment(siege.Fortress, "height", "5"));
        Assert.That((await siege.Mallory.NextAsync<VerdictFrame>()).Error?.Code, Is.EqualTo(ErrorCode.Conflict));
        await siege.Mallory.TurnAsync(1, first);
        Assert.That(await siege.Mallory.NextTextAsync(), Is.EqualTo($"[{verdict}]"));
        await siege.Mallory.TurnAsync(3, first);
        Assert.That(await siege.Mallory.NextAsync<HoldFrame>(), Is.EqualTo(new HoldFrame(3, ErrorCode.Gap, Next: 2)));
        await siege.Mallory.TurnAsync(9007199254740991, first);
        Assert.That((await siege.Mallory.NextAsync<HoldFrame>()).Code, Is.EqualTo(ErrorCode.Gap));

        Assert.That(await siege.Trees.UpdateAsync("42", fortress => fortress.Height), Is.EqualTo(1));
    }

    [Test]
    public async Task A_confirmed_number_is_not_done_again()
    {
        await using Siege siege = await Siege.OpenAsync();
        string op = Ops.Increment(siege.Fortress, "height");
        await siege.AskTextAsync(op);
        await siege.Mallory.SendAsync($$"""{"event":"turn","turn":1,"confirmed":9007199254740991,"ops":[{{op}}]}""");

        Assert.That((await siege.Mallory.NextAsync<VerdictFrame>()).Error?.Code, Is.EqualTo(ErrorCode.Conflict));
        Assert.That(await siege.Trees.UpdateAsync("42", fortress => fortress.Height), Is.EqualTo(1));
    }

    [Test]
    public async Task Verdicts_that_a_client_never_confirms_do_not_pile_up()
    {
        await using Siege siege = await Siege.OpenAsync(options =>
        {
            options.MaxTurnsInFlight = 3;
            options.Trees.MaxVerdictsPerClient = 3;
        });
        string[] ops = [.. Enumerable.Range(1, 5).Select(turn => Ops.Set(siege.Fortress, $$"""{"name":"{{turn}}"}"""))];
        foreach (string op in ops)
        {
            await siege.AppliedAsync(op);
        }

        await siege.Mallory.TurnAsync(2, ops[1]);
        Assert.That((await siege.Mallory.NextAsync<VerdictFrame>()).Error?.Code, Is.EqualTo(ErrorCode.Conflict), "it counts as confirmed");
        await siege.Mallory.TurnAsync(3, ops[2]);
        Assert.That((await siege.Mallory.NextAsync<VerdictFrame>()).IsApplied);
        await siege.Mallory.CloseAsync();
        await using SocketClient again = await SocketClient.OpenAsync(siege.Server, "fortress/42", await siege.Server.CookieAsync("mallory"));
        await again.SendAsync($$"""{"event":"join","client":"{{siege.Mallory.Client}}"}""");

        TurnsState turns = ((InitialFrame)(await again.NextAsync())[0]).Turns;
        Assert.That(turns.Last, Is.EqualTo(5));
        Assert.That(turns.Verdicts.Select(verdict => verdict.Turn), Is.EqualTo([3L, 4L, 5L]));
    }

    [Test]
    public async Task A_flood_of_turns_is_held_and_disturbs_nobody()
    {
        const int Flood = 300;
        await using Siege siege = await Siege.OpenAsync(options => options.TurnBurst = 20);
        await using SocketClient bert = await SocketClient.MemberAsync(siege.Server, "bert", "fortress/42");
        for (int turn = 1; turn <= Flood; turn++)
        {
            await siege.Mallory.TurnAsync(turn, Ops.Increment(siege.Fortress, "height"));
        }

        int applied = 0;
        int held = 0;
        while (applied + held < Flood)
        {
            IReadOnlyList<Frame> frames = await siege.Mallory.NextAsync();
            applied += frames.OfType<VerdictFrame>().Count(verdict => verdict.IsApplied);
            held += frames.OfType<HoldFrame>().Count(hold => hold.Code is ErrorCode.RateLimited or ErrorCode.Busy or ErrorCode.Gap);
        }

        Assert.That(applied, Is.InRange(1, 19), "one of the burst was the join");
        Assert.That(await siege.Trees.UpdateAsync("42", fortress => fortress.Height), Is.EqualTo(applied));
        await bert.TurnAsync(1, Ops.Set(siege.Fortress, """{"name":"bert's"}"""));
        var told = new List<Frame>();
        while (!told.OfType<VerdictFrame>().Any())
        {
            told.AddRange(await bert.NextAsync());
        }

        Assert.That(told.OfType<VerdictFrame>().Single().IsApplied);
    }

    [Test]
    public async Task A_flood_of_joins_ends_in_its_own_socket()
    {
        await using Siege siege = await Siege.OpenAsync(options => options.TurnBurst = 5);
        for (int join = 0; join < 5; join++)
        {
            await siege.Mallory.JoinAsync();
        }

        await IdentityTests.EndsAsync(siege.Mallory, ErrorCode.RateLimited, 4029);
    }

    [Test]
    public async Task A_flood_of_client_ids_makes_no_tree_forget_those_who_are_there()
    {
        await using Siege siege = await Siege.OpenAsync(options => options.Trees.MaxClientsPerTree = 3);
        string op = Ops.Increment(siege.Fortress, "height");
        string verdict = await siege.AskTextAsync(op);
        for (int client = 0; client < 10; client++)
        {
            await using SocketClient eve = await SocketClient.MemberAsync(siege.Server, "eve", "fortress/42");
            await eve.CloseAsync();
        }

        await siege.Mallory.TurnAsync(1, op);
        Assert.That(await siege.Mallory.NextTextAsync(), Is.EqualTo($"[{verdict}]"));
    }
}
