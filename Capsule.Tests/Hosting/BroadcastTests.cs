using Capsule.Protocol;

namespace Capsule.Tests.Hosting;

/// <summary>Happenings that are no state: who hears of them, and that nothing is left.</summary>
[TestFixture]
internal sealed class BroadcastTests : TheatreFixture
{
    [Test]
    [Promise(30)]
    public async Task Those_who_see_the_model_hear_of_it_behind_the_verdict()
    {
        await using InProcessHost host = TheatreHost(new MemoryStore());
        Visitor anna = await VisitAsync(host);
        Visitor bert = await VisitAsync(host, Bert);

        IReadOnlyList<Frame> answer = await anna.DoAsync(new CallOp(anna.Copy.Id, "laugh", RawJson.Parse("""["a pun"]""")));

        Assert.That(((VerdictFrame)answer[0]).Seq, Is.Null);
        var told = (BroadcastEvent)((TransientFrame)answer[1]).Events.Single();
        Assert.That((told.Id, told.Name, told.Data.ToString()), Is.EqualTo((anna.Copy.Id, "laughed", """{"who":"anna","loudness":3,"at":["a pun"]}""")));
        Assert.That((await bert.Inbox.NextAsync<TransientFrame>()).Events.Single(), Is.TypeOf<BroadcastEvent>());
    }

    [Test]
    [Promise(30)]
    public async Task Nothing_of_it_is_stored_or_told_to_those_who_come_later()
    {
        var store = new MemoryStore();
        await using InProcessHost host = TheatreHost(store);
        Visitor anna = await VisitAsync(host);
        Visitor bert = await VisitAsync(host, Bert);
        await AskAsync(host, static house => house.Play = new string('x', 4_000));
        await anna.Inbox.NextAsync();
        bert.Connection.Leave();
        await AskAsync(host, static house =>
        {
            house.Laughed("somebody", 1, []);
            house.Spotlight = "left";
            return house.Play += "y";
        });

        IReadOnlyList<Frame> told = await anna.Inbox.NextAsync();
        Assert.That(told.Select(static frame => frame.GetType()), Is.EqualTo(new[] { typeof(BatchFrame), typeof(TransientFrame), typeof(TransientFrame) }));
        Assert.That(await StoredAsync(store), Does.Not.Contain("laughed"));
        Visitor late = await VisitAsync(host, Director);
        Visitor back = await VisitAsync(host, Bert, bert.Id, since: bert.Known);
        Assert.That(late.Inbox.Raw.Concat(back.Inbox.Raw).Select(static message => System.Text.Encoding.UTF8.GetString(message.Span)), Has.None.Contains("laughed"));
        Assert.That(late.Copy.Spotlight, Is.EqualTo("left"));
    }

    [Test]
    [Promise(30)]
    public async Task Whoever_joins_gets_what_happened_since_the_state_was_made_but_for_it()
    {
        await using InProcessHost host = TheatreHost(new MemoryStore());
        await host.CreateAsync(House);
        await AskAsync(host, static house => house.Play = new string('x', 4_000));
        await VisitAsync(host, Bert);
        await AskAsync(host, static house =>
        {
            house.Laughed("somebody", 1, []);
            return house.Spotlight = "left";
        });

        Visitor late = await VisitAsync(host, Bert);

        ModelEvent[] told = [.. late.First.OfType<TransientFrame>().SelectMany(static frame => frame.Events)];
        Assert.That(told.Select(static one => one.ToString()), Has.One.Contains("left"), "the state was not made again");
        Assert.That(told, Has.None.TypeOf<BroadcastEvent>());
    }

    [Test]
    public async Task In_a_turn_that_is_undone_nothing_is_told()
    {
        await using InProcessHost host = TheatreHost(new MemoryStore());
        Visitor anna = await VisitAsync(host);
        Visitor bert = await VisitAsync(host, Bert);

        IReadOnlyList<Frame> answer = await anna.DoAsync(new CallOp(anna.Copy.Id, "laugh", RawJson.Parse("""["nothing"]""")));

        Assert.That(((VerdictFrame)answer.Single()).IsApplied, Is.False);
        await AskAsync(host, static house => house.Spotlight = "on");
        Assert.That((await bert.Inbox.NextAsync<TransientFrame>()).Events.Single(), Is.TypeOf<ChangeEvent>());
    }

    [Test]
    [Promise(30)]
    public async Task Those_who_do_not_see_the_model_hear_nothing()
    {
        await using InProcessHost host = TheatreHost(new MemoryStore());
        await host.CreateAsync(House);
        await AskAsync(host, static house => house.Puppets.Add(new Puppet { Hidden = true }));
        Visitor dora = await VisitAsync(host, Director);
        Visitor anna = await VisitAsync(host);

        await AskAsync(host, static house =>
        {
            house.Puppets[0].Bowed();
            return 0;
        });
        await AskAsync(host, static house => house.Spotlight = "on");

        Assert.That((await dora.Inbox.NextAsync<TransientFrame>()).Events.Single(), Is.EqualTo(new BroadcastEvent(dora.Copy.Puppets[0].Id, "bowed", RawJson.Parse("{}"))));
        Assert.That((await anna.Inbox.NextAsync<TransientFrame>()).Events.Single(), Is.TypeOf<ChangeEvent>());
    }

    [Test]
    public void A_tree_without_a_host_publishes_it()
    {
        var house = new Theatre();
        var told = new List<TransientFrame>();
        var batches = new List<BatchFrame>();
        house.Tree.PublishedTransient += told.Add;
        house.Tree.Published += batches.Add;

        house.Laughed("me", 2, ["it"]);
        house.Tree.Turn(() =>
        {
            house.Spotlight = "on";
            house.Play = "Faust";
        });

        Assert.That(((BroadcastEvent)told[0].Events.Single()).Name, Is.EqualTo("laughed"));
        Assert.That((told[0].After, told[1].After, batches.Single().Seq), Is.EqualTo((0L, 1L, 1L)));
        Assert.That(() => house.Laughed(null!, 0, []), Throws.TypeOf<ArgumentNullException>());
    }
}
