using Microsoft.Extensions.Time.Testing;

namespace Capsule.Tests.Hosting.Schedule;

/// <summary>What a tree does when its time has come.</summary>
[Parallelizable, FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class ScheduleTests
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);
    private readonly FakeTimeProvider _time = new(Noon);
    private readonly MemoryStore _store = new();

    [Test]
    [Promise(33)]
    public async Task A_call_is_made_when_it_is_due_and_not_before_and_once()
    {
        await using InProcessHost host = Host();
        LocalTrees<Auction> auctions = await CreateAsync(host);
        await auctions.Tree("1").Model<Auction>(await IdAsync(auctions)).CloseAtAsync(Noon.AddMinutes(5), "closed");

        _time.Advance(TimeSpan.FromMinutes(4.9));
        Assert.That((await auctions.ReadAsync("1")).Log, Is.Empty);
        _time.Advance(TimeSpan.FromMinutes(0.1));
        Assert.That(await LogAsync(auctions, 1), Is.EqualTo(new[] { "closed 12:05" }));
        _time.Advance(TimeSpan.FromDays(40));
        Assert.That(await LogAsync(auctions, 1), Is.EqualTo(new[] { "closed 12:05" }));
    }

    [Test]
    public async Task What_is_due_first_is_called_first_and_what_is_past_at_once()
    {
        await using InProcessHost host = Host();
        LocalTrees<Auction> auctions = await CreateAsync(host);
        await auctions.UpdateAsync("1", auction =>
        {
            auction.CloseAt(Noon.AddMinutes(2), "second");
            auction.CloseAt(Noon.AddMinutes(1), "first");
            auction.CloseAt(Noon.AddMinutes(-9), "past");
            Assert.That(auction.Tree.Scheduled.Select(call => call.Due.Minute), Is.EqualTo(new[] { 51, 1, 2 }));
        });

        Assert.That(await LogAsync(auctions, 1), Is.EqualTo(new[] { "past 12:00" }));
        _time.Advance(TimeSpan.FromHours(1));
        Assert.That(await LogAsync(auctions, 3), Is.EqualTo(new[] { "past 12:00", "first 13:00", "second 13:00" }));
    }

    [Test]
    [Promise(33)]
    public async Task What_came_due_while_the_server_was_down_is_done_when_it_is_back_though_nobody_asks_for_the_tree()
    {
        await using (InProcessHost first = Host())
        {
            LocalTrees<Auction> auctions = await CreateAsync(first);
            await auctions.UpdateAsync("1", auction => auction.CloseAt(Noon.AddMinutes(5), "closed"));
        }

        _time.Advance(TimeSpan.FromMinutes(30));
        await using (InProcessHost second = Host())
        {
            await second.WakeScheduledAsync();
            _time.Advance(TimeSpan.Zero);
            await HasAsync(entry => entry.Events.ToString().Contains("closed 12:30", StringComparison.Ordinal));
        }

        await using InProcessHost third = Host();
        Assert.That(await third.ReadAsync(new TreeAddress("", "auction", "1")), Is.Not.Null);
        Assert.That((await new LocalTrees<Auction>(third).ReadAsync("1")).Log, Is.EqualTo(new[] { "closed 12:30" }), "it is not done again");
        Assert.That(await _store.ListScheduledAsync().ToListAsync(), Is.Empty);
    }

    [Test]
    public async Task A_stored_tree_is_woken_when_its_time_comes()
    {
        await using (InProcessHost first = Host())
        {
            LocalTrees<Auction> auctions = await CreateAsync(first);
            await auctions.UpdateAsync("1", auction => auction.CloseAt(Noon.AddDays(60), "closed"));
        }

        await using InProcessHost second = Host();
        await second.WakeScheduledAsync();
        for (int day = 0; day < 60; day++)
        {
            Assert.That(await _store.ListScheduledAsync().CountAsync(), Is.EqualTo(1));
            _time.Advance(TimeSpan.FromDays(1));
        }

        await HasAsync(entry => entry.Events.ToString().Contains("closed", StringComparison.Ordinal));
    }

    [Test]
    public async Task What_a_new_tree_begins_with_is_done_though_nobody_opens_it()
    {
        var root = new RootDefinition(ModelType.Of<Auction>()) { Seed = static (auction, _) => ((Auction)auction).CloseAt(Noon.AddMinutes(5), "seeded") };
        await using var host = new InProcessHost([root], _store, null, _time);
        await host.CreateAsync(new TreeAddress("", "auction", "1"));
        _time.Advance(TimeSpan.FromMinutes(5));
        await HasAsync(entry => entry.Events.ToString().Contains("seeded", StringComparison.Ordinal));
    }

    [Test]
    public async Task A_call_whose_turn_the_store_did_not_take_is_made_again_later()
    {
        var store = new FalteringStore(_store);
        await using var host = new InProcessHost([new RootDefinition(ModelType.Of<Auction>())], store, null, _time);
        LocalTrees<Auction> auctions = await CreateAsync(host);
        await auctions.UpdateAsync("1", auction => auction.CloseAt(Noon.AddMinutes(5), "closed"));
        store.FailAppends(2);
        _time.Advance(TimeSpan.FromMinutes(5));
        await HasLaterAsync("closed");
        Assert.That((await auctions.ReadAsync("1")).Log, Has.Count.EqualTo(1));
        Assert.That(_time.GetUtcNow(), Is.GreaterThanOrEqualTo(Noon.AddMinutes(6)), "it was tried twice in vain, half a minute apart");
    }

    [Test]
    public async Task A_tree_that_cannot_be_loaded_when_its_time_has_come_is_tried_again()
    {
        var store = new FalteringStore(_store);
        await using (InProcessHost first = Host())
        {
            LocalTrees<Auction> auctions = await CreateAsync(first);
            await auctions.UpdateAsync("1", auction => auction.CloseAt(Noon.AddMinutes(5), "closed"));
        }

        using var log = new LogLines();
        await using var second = new InProcessHost([new RootDefinition(ModelType.Of<Auction>())], store, null, _time, log);
        await second.WakeScheduledAsync();
        store.FailLoads(1);
        _time.Advance(TimeSpan.FromMinutes(5));
        await HasLaterAsync("closed");
        Assert.That(log.Lines, Has.One.Contains("It is tried again in 00:00:30"));
    }

    [Test]
    public async Task A_turn_that_is_undone_has_scheduled_nothing_and_one_that_is_refused_neither()
    {
        await using InProcessHost host = Host();
        LocalTrees<Auction> auctions = await CreateAsync(host);

        Assert.That(async () => await auctions.Tree("1").Model<Auction>(await IdAsync(auctions)).PlanAsync(Noon.AddMinutes(1), true), Throws.Exception);
        Assert.That(await auctions.UpdateAsync("1", auction => auction.Tree.Scheduled.Length), Is.EqualTo(0));
        await auctions.Tree("1").Model<Auction>(await IdAsync(auctions)).PlanAsync(Noon.AddMinutes(1), false);
        Assert.That(await auctions.UpdateAsync("1", auction => auction.Tree.Scheduled.Length), Is.EqualTo(1));
    }

    [Test]
    public async Task What_is_taken_back_is_not_called_nor_what_has_lost_its_model()
    {
        await using InProcessHost host = Host();
        LocalTrees<Auction> auctions = await CreateAsync(host);
        await auctions.UpdateAsync("1", auction =>
        {
            ScheduledCall call = auction.Tree.Schedule(Noon.AddMinutes(1), auction, one => one.NoteAsync("never"));
            Lot lot = auction.Lots.Add(new Lot());
            auction.Tree.Schedule(Noon.AddMinutes(1), lot, one => one.SellAsync());
            auction.CloseAt(Noon.AddMinutes(1), "closed");
            Assert.That(auction.Tree.Unschedule(call.Id));
            Assert.That(auction.Tree.Unschedule(call.Id), Is.False);
            auction.Lots.Remove(lot);
        });

        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.That(await LogAsync(auctions, 1), Is.EqualTo(new[] { "closed 12:01" }));
        Assert.That(await auctions.UpdateAsync("1", auction => auction.Tree.Scheduled.Length), Is.EqualTo(0));
    }

    [Test]
    public async Task One_that_throws_is_undone_logged_and_not_called_again()
    {
        using var log = new LogLines();
        await using InProcessHost host = Host(log);
        LocalTrees<Auction> auctions = await CreateAsync(host);
        await auctions.UpdateAsync("1", auction =>
        {
            auction.Tree.Schedule(Noon.AddMinutes(1), auction, one => one.ThrowAsync());
            auction.CloseAt(Noon.AddMinutes(1), "closed");
        });

        _time.Advance(TimeSpan.FromMinutes(1));

        Assert.That(await LogAsync(auctions, 1), Is.EqualTo(new[] { "closed 12:01" }));
        Assert.That(log.Lines, Has.One.Contain("throw, due"));
    }

    [Test]
    public async Task An_asynchronous_method_runs_outside_of_any_turn()
    {
        await using InProcessHost host = Host();
        LocalTrees<Auction> auctions = await CreateAsync(host);
        await auctions.UpdateAsync("1", auction => auction.Tree.Schedule(Noon.AddMinutes(1), auction, one => one.FetchAsync("fetched")));

        _time.Advance(TimeSpan.FromMinutes(1));

        Assert.That(await LogAsync(auctions, 1), Is.EqualTo(new[] { "fetched 12:01" }));
    }

    [Test]
    public void What_is_no_one_call_is_refused_and_so_is_a_model_of_elsewhere_and_one_call_too_many()
    {
        var auction = new Auction();
        Assert.That(() => auction.Tree.Schedule(Noon, auction, _ => Task.CompletedTask), Throws.ArgumentException.With.Message.Contains("Call one method"));
        Assert.That(
            () => auction.Tree.Schedule(Noon, auction, one => Task.WhenAll(one.NoteAsync("a"), one.NoteAsync("b"))), Throws.ArgumentException.With.Message.Contains("Call one method"));
        Assert.That(() => auction.Tree.Schedule(Noon, new Lot(), one => one.SellAsync()), Throws.ArgumentException.With.Message.Contains("not in this tree"));
        Assert.That(auction.Tree.Scheduled, Is.Empty);
    }

    [Test]
    public async Task A_tree_has_no_more_to_do_than_it_may()
    {
        await using InProcessHost host = Host(options: new InProcessHostOptions { MaxScheduledCalls = 1 });
        LocalTrees<Auction> auctions = await CreateAsync(host);
        await auctions.UpdateAsync("1", auction => auction.CloseAt(Noon.AddMinutes(1), "a"));

        Assert.That(
            async () => await auctions.UpdateAsync("1", auction => auction.CloseAt(Noon.AddMinutes(1), "b")),
            Throws.InvalidOperationException.With.Message.Contains("MaxScheduledCalls allows a tree 1 calls"));
    }

    private InProcessHost Host(LogLines? log = null, InProcessHostOptions? options = null) =>
        new([new RootDefinition(ModelType.Of<Auction>())], _store, options, _time, log);

    private static async Task<LocalTrees<Auction>> CreateAsync(InProcessHost host)
    {
        var auctions = new LocalTrees<Auction>(host);
        await auctions.CreateAsync("1");
        return auctions;
    }

    private static async Task<ModelId> IdAsync(LocalTrees<Auction> auctions) => (await auctions.ReadAsync("1")).Id;

    /// <summary>The log as soon as it has so many lines.</summary>
    private static async Task<IReadOnlyList<string>> LogAsync(LocalTrees<Auction> auctions, int lines)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        while (true)
        {
            IReadOnlyList<string> log = (await auctions.ReadAsync("1", patience.Token)).Log;
            if (log.Count >= lines)
            {
                return log;
            }
        }
    }

    /// <summary>Lets time go on until the call has been made.</summary>
    private async Task HasLaterAsync(string what)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        while (!(await _store.LoadAsync(new TreeAddress("", "auction", "1"), patience.Token))!.Entries.Any(entry => entry.Events.ToString().Contains(what, StringComparison.Ordinal)))
        {
            _time.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(1, patience.Token);
        }
    }

    private async Task HasAsync(Func<JournalEntry, bool> wanted)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        while (!(await _store.LoadAsync(new TreeAddress("", "auction", "1"), patience.Token))!.Entries.Any(wanted))
        {
            await Task.Yield();
        }
    }
}
