using Capsule.Protocol;

namespace Capsule.Tests.Hosting;

/// <summary>What is sent and not stored: who is told what, and what is left of it.</summary>
[TestFixture]
internal sealed class TransientTests : TheatreFixture
{
    [Test]
    public async Task A_change_is_told_in_a_frame_of_its_own_behind_the_verdict()
    {
        await using InProcessHost host = TheatreHost(new MemoryStore());
        Visitor anna = await VisitAsync(host);
        Visitor bert = await VisitAsync(host, Bert);

        IReadOnlyList<Frame> answer = await anna.DoAsync(Set(anna.Copy.Id, """{"spotlight":"left"}"""));

        Assert.That(((VerdictFrame)answer[0]).IsApplied);
        Assert.That(((VerdictFrame)answer[0]).Seq, Is.Null);
        var told = (TransientFrame)answer[1];
        Assert.That(told.After, Is.EqualTo(anna.Initial.Seq));
        Assert.That(told.Events.Single().ToString(), Does.Contain("left"));
        Assert.That((await bert.Inbox.NextAsync<TransientFrame>()).Events.Single().ToString(), Does.Contain("left"));
    }

    [Test]
    public async Task A_turn_that_changes_both_is_told_as_a_batch_and_then_the_rest()
    {
        var store = new MemoryStore();
        await using InProcessHost host = TheatreHost(store);
        Visitor anna = await VisitAsync(host);
        Visitor bert = await VisitAsync(host, Bert);

        IReadOnlyList<Frame> answer = await anna.DoAsync(Set(anna.Copy.Id, """{"spotlight":"left","play":"Faust"}"""), Add(anna.Copy.Pointers.Id), Add(anna.Copy.Puppets.Id, """{"name":"Faust"}"""));

        Assert.That(answer.Select(static frame => frame.GetType()), Is.EqualTo(new[] { typeof(VerdictFrame), typeof(BatchFrame), typeof(TransientFrame) }));
        var batch = (BatchFrame)answer[1];
        var rest = (TransientFrame)answer[2];
        Assert.That((((VerdictFrame)answer[0]).Seq, rest.After), Is.EqualTo((batch.Seq, batch.Seq)));
        Assert.That(batch.Events, Has.Count.EqualTo(2));
        Assert.That(string.Concat(batch.Events), Does.Contain("Faust").And.Not.Contain("left"));
        Assert.That(rest.Events.Select(static one => one.GetType()), Is.EqualTo(new[] { typeof(AddEvent), typeof(ChangeEvent) }));
        Assert.That((await bert.Inbox.NextAsync()).Select(static frame => frame.GetType()), Is.EqualTo(new[] { typeof(BatchFrame), typeof(TransientFrame) }));
        Assert.That(await StoredAsync(store), Does.Contain("Faust").And.Not.Contain("left").And.Not.Contain("crowd"));
    }

    [Test]
    public async Task Nothing_of_it_is_in_the_store_and_after_a_load_it_is_as_in_a_new_tree()
    {
        var store = new MemoryStore();
        await using (InProcessHost host = TheatreHost(store, new InProcessHostOptions { TurnsPerSnapshot = 2 }))
        {
            Visitor anna = await VisitAsync(host);
            await anna.DoAsync(Add(anna.Copy.Puppets.Id, """{"name":"Kasper","height":7777777}"""));
            await anna.DoAsync(Set(anna.Copy.Id, """{"spotlight":"left"}"""));
            await anna.DoAsync(Add(anna.Copy.Pointers.Id, """{"attrs":{"x":88},"collections":{"traces":{"models":[{"attrs":{"x":99}}]}}}"""));
            await AskAsync(host, static house =>
            {
                house.Cue = "thunder";
                house.Puppets[0].Pointers.Add(new Marker { X = 55 });
                return house.Play = "Hamlet";
            });
            await anna.DoAsync(Set(anna.Copy.Id, """{"play":"Faust"}"""));
            await AskAsync(host, static house => house.Play);
        }

        Assert.That(await StoredAsync(store), Does.Contain("Kasper").And.Contain("Faust")
            .And.Not.Contain("7777777").And.Not.Contain("left").And.Not.Contain("\"x\":").And.Not.Contain("thunder"));
        await using InProcessHost again = TheatreHost(store);
        await AskAsync(again, static house =>
        {
            Assert.That((house.Play, house.Spotlight, house.Cue, house.Crowd), Is.EqualTo(("Faust", "off", "silence", 0)));
            Assert.That((house.Puppets.Single().Height, house.Puppets[0].Pointers.Count, house.Pointers.Count), Is.EqualTo((0, 0, 0)));
            return 0;
        });
    }

    [Test]
    public async Task A_collection_keeps_its_id()
    {
        var store = new MemoryStore();
        ModelId id;
        await using (InProcessHost host = TheatreHost(store))
        {
            id = (await VisitAsync(host)).Copy.Pointers.Id;
        }

        await using InProcessHost again = TheatreHost(store);
        Assert.That((await VisitAsync(again)).Copy.Pointers.Id, Is.EqualTo(id));
    }

    [Test]
    public async Task Whoever_joins_gets_it_with_the_state_and_what_came_since()
    {
        await using InProcessHost host = TheatreHost(new MemoryStore());
        Visitor anna = await VisitAsync(host);
        await anna.DoAsync(Set(anna.Copy.Id, $$"""{"play":"{{new string('x', 4000)}}"}"""));
        await VisitAsync(host, Bert);
        await anna.DoAsync(Set(anna.Copy.Id, """{"spotlight":"left"}"""));
        await anna.DoAsync(Add(anna.Copy.Pointers.Id, """{"x":7}"""));

        Visitor bert = await VisitAsync(host, Bert);

        Assert.That((bert.Copy.Spotlight, bert.Copy.Crowd, bert.Copy.Pointers.Single().X), Is.EqualTo(("left", 1, 7)));
        Assert.That(bert.First.OfType<TransientFrame>().Count(), Is.EqualTo(2), "told since the state was made");
    }

    [Test]
    public async Task A_client_that_moves_its_pointer_writes_nothing_to_the_store()
    {
        var store = new MemoryStore();
        await using InProcessHost host = TheatreHost(store);
        Visitor anna = await VisitAsync(host);
        IReadOnlyList<Frame> added = await anna.DoAsync(Add(anna.Copy.Pointers.Id, """{"x":0}"""));
        ModelId pointer = IdIn(((AddEvent)((TransientFrame)added[1]).Events[0]).Data);
        long position = await PositionAsync(store);

        for (int x = 1; x <= 100; x++)
        {
            Assert.That(((VerdictFrame)(await anna.DoAsync(Set(pointer, $$"""{"x":{{x}}}""")))[0]).IsApplied);
        }

        Assert.That(await PositionAsync(store), Is.EqualTo(position));
        Assert.That(await AskAsync(host, static house => house.Pointers.Single().X), Is.EqualTo(100));
    }

    [Test]
    public async Task A_turn_that_calls_a_method_is_written_down_for_what_it_may_have_done_elsewhere()
    {
        var store = new MemoryStore();
        await using InProcessHost host = TheatreHost(store);
        Visitor anna = await VisitAsync(host);
        await anna.DoAsync(Set(anna.Copy.Id, """{"spotlight":"left"}"""));
        long position = await PositionAsync(store);

        await anna.DoAsync(new CallOp(anna.Copy.Id, "shine", RawJson.Parse("[\"right\"]")));

        Assert.That(await PositionAsync(store), Is.EqualTo(position + 1));
        Assert.That(await StoredAsync(store), Does.Not.Contain("right"));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task After_a_crash_a_client_goes_on_behind_the_turns_that_left_nothing(bool hasLastVerdict)
    {
        var store = new MemoryStore();
        await using InProcessHost dead = TheatreHost(store);
        Visitor anna = await VisitAsync(dead);
        await anna.DoAsync(Set(anna.Copy.Id, """{"spotlight":"left"}"""));
        await anna.DoAsync(Set(anna.Copy.Id, """{"spotlight":"middle"}"""));
        TurnMessage last = Turn(3, Set(anna.Copy.Id, """{"spotlight":"right"}"""));
        anna.Connection.Send(last);
        await anna.Inbox.NextAsync();

        await using InProcessHost host = TheatreHost(store);
        Visitor again = await VisitAsync(host, id: anna.Id, confirmed: hasLastVerdict ? 3 : 2);
        Assert.That(again.Initial.Turns.IsLost, Is.False);
        Assert.That(again.Initial.Turns.Last, Is.EqualTo(hasLastVerdict ? 3 : 2));
        if (!hasLastVerdict)
        {
            again.Connection.Send(last);
            Assert.That(((VerdictFrame)(await again.Inbox.NextAsync())[0]).IsApplied, "done again, as it was undone by the crash");
        }

        again.Connection.Send(Turn(4, Set(anna.Copy.Id, """{"play":"Faust"}""")));
        Assert.That(((VerdictFrame)(await again.Inbox.NextAsync())[0]).IsApplied);
        Assert.That(await AskAsync(host, static house => (house.Play, house.Spotlight)), Is.EqualTo(("Faust", hasLastVerdict ? "off" : "right")));
    }

    [Test]
    public async Task A_turn_that_was_answered_from_memory_is_answered_so_again()
    {
        await using InProcessHost host = TheatreHost(new MemoryStore());
        Visitor anna = await VisitAsync(host);
        await anna.DoAsync(Set(anna.Copy.Id, """{"spotlight":"left"}"""));
        TurnMessage add = Turn(2, Add(anna.Copy.Pointers.Id));
        anna.Connection.Send(add);
        await anna.Inbox.NextAsync();
        anna.Connection.Send(add);
        Assert.That((await anna.Inbox.NextAsync<VerdictFrame>()).IsApplied);
        Assert.That(await AskAsync(host, static house => house.Pointers.Count), Is.EqualTo(1));
    }

    [Test]
    public async Task Whoever_comes_back_is_told_what_there_is_now()
    {
        await using InProcessHost host = TheatreHost(new MemoryStore());
        await FillAsync(host);
        Visitor anna = await VisitAsync(host);
        Visitor bert = await VisitAsync(host, Bert);
        bert.Connection.Leave();
        await anna.DoAsync(Set(anna.Copy.Id, """{"spotlight":"left","play":"Faust"}"""));
        await AskAsync(host, static house =>
        {
            house.Pointers.RemoveAt(0);
            house.Pointers.Add(new Marker { X = 3 });
            return house.Puppets[0].Height = 9;
        });

        Visitor back = await VisitAsync(host, Bert, bert.Id, since: bert.Known);

        Assert.That(back.First.Select(static frame => frame.GetType()), Is.EqualTo(new[] { typeof(ResumedFrame), typeof(BatchFrame), typeof(TransientFrame) }));
        var now = (TransientFrame)back.First[2];
        Assert.That(now.After, Is.EqualTo(((BatchFrame)back.First[1]).Seq));
        Assert.That(now.Replaces, Is.EquivalentTo(new[] { bert.Copy.Pointers.Id, bert.Copy.Puppets[0].Pointers.Id }));
        Theatre copy = bert.Copy;
        copy.Tree.Turn(() =>
        {
            copy.Tree.Apply(((BatchFrame)back.First[1]).Events);
            copy.Pointers.RemoveAt(0);
            copy.Pointers.RemoveAt(0);
            copy.Tree.Apply(now.Events);
        });
        Assert.That(copy.Xport(), Is.EqualTo(await AskAsync(host, static house => house.Xport())));
    }

    [Test]
    public async Task A_refused_turn_leaves_nothing_of_it()
    {
        await using InProcessHost host = TheatreHost(new MemoryStore());
        Visitor anna = await VisitAsync(host);
        Visitor bert = await VisitAsync(host, Bert);

        IReadOnlyList<Frame> answer = await anna.DoAsync(Set(anna.Copy.Id, """{"spotlight":"left"}"""), Set(anna.Copy.Id, """{"nothing":1}"""));

        Assert.That(((VerdictFrame)answer.Single()).IsApplied, Is.False);
        Assert.That(bert.Inbox.IsSilent);
        Assert.That(await AskAsync(host, static house => house.Spotlight), Is.EqualTo("off"));
    }

    [Test]
    public async Task It_is_no_hint_to_those_who_do_not_see_it()
    {
        await using InProcessHost host = TheatreHost(new MemoryStore());
        await FillAsync(host);
        await AskAsync(host, static house => house.Puppets[0].Hidden = true);
        Visitor dora = await VisitAsync(host, Director);
        Visitor anna = await VisitAsync(host);
        Assert.That(anna.Copy.Puppets, Is.Empty);

        ModelId puppet = dora.Copy.Puppets[0].Id;
        Assert.That((await dora.DoAsync(Set(puppet, """{"height":12}""")))[1], Is.TypeOf<TransientFrame>());
        await AskAsync(host, static house => house.Cue = "a server-only member");
        await AskAsync(host, static house => house.Spotlight = "all");

        Assert.That((await anna.Inbox.NextAsync<TransientFrame>()).Events.Single().ToString(), Does.Contain("all"), "the first that she hears of");
    }

    [Test]
    public async Task What_it_shows_and_hides_is_in_a_batch_so_that_nobody_misses_it()
    {
        var store = new MemoryStore();
        await using InProcessHost host = TheatreHost(store);
        await FillAsync(host);
        Visitor anna = await VisitAsync(host);
        Visitor dora = await VisitAsync(host, Director);

        IReadOnlyList<Frame> answer = await dora.DoAsync(Set(dora.Copy.Puppets[0].Id, """{"hidden":true}"""));

        Assert.That(answer.Select(static frame => frame.GetType()), Is.EqualTo(new[] { typeof(VerdictFrame), typeof(BatchFrame), typeof(TransientFrame) }));
        Assert.That(((BatchFrame)answer[1]).Events, Is.Empty, "she sees it as before");
        Assert.That((await anna.Inbox.NextAsync<BatchFrame>()).Events.Single(), Is.TypeOf<RemoveEvent>());
        Assert.That((await store.LoadAsync(House))!.Entries[^1].Events.ToString(), Is.EqualTo("[]"));
    }

    [Test]
    public async Task A_stored_reference_to_it_is_null_after_a_load()
    {
        var store = new MemoryStore();
        await using (InProcessHost host = TheatreHost(store))
        {
            await host.CreateAsync(House);
            await AskAsync(host, static house => house.Leader = house.Pointers.Add(new Marker()));
            Assert.That(await AskAsync(host, static house => house.Leader), Is.Not.Null);
        }

        await using InProcessHost again = TheatreHost(store);
        Assert.That(await AskAsync(again, static house => house.Leader), Is.Null);
    }

    [TestCase("to what is not stored")]
    [TestCase("to what is stored")]
    [TestCase("inside something new")]
    public async Task Nothing_moves_between_what_is_stored_and_what_is_not(string where)
    {
        var store = new MemoryStore();
        await using InProcessHost host = TheatreHost(store);
        await host.CreateAsync(House);
        await AskAsync(host, static house => (house.Marks.Add(new Marker { X = 1 }), house.Pointers.Add(new Marker { X = 2 })));
        Visitor anna = await VisitAsync(host);
        Theatre copy = anna.Copy;
        if (where == "inside something new")
        {
            Assert.That(
                () => AskAsync(host, static house =>
                {
                    Trace trace = house.Marks[0].Traces.Add(new Trace());
                    return trace;
                }),
                Throws.Nothing);
            Assert.That(
                () => AskAsync(host, static house =>
                {
                    Trace trace = house.Marks[0].Traces[0];
                    house.Marks[0].Traces.RemoveAt(0);
                    var pointer = new Marker();
                    pointer.Traces.Add(trace);
                    return house.Pointers.Add(pointer);
                }),
                Throws.TypeOf<CapsuleException>());
        }
        else
        {
            (ModelId id, ModelId to) = where == "to what is stored" ? (copy.Pointers[0].Id, copy.Marks.Id) : (copy.Marks[0].Id, copy.Pointers.Id);
            var verdict = (VerdictFrame)(await anna.DoAsync(new MoveOp(to, id, default)))[0];
            Assert.That(verdict.Error!.Code, Is.EqualTo(ErrorCode.Invalid));
        }

        Assert.That(await AskAsync(host, static house => (house.Marks.Single().X, house.Pointers.Single().X)), Is.EqualTo((1, 2)));
    }

    [Test]
    public async Task What_changes_hands_within_it_is_told_in_one_piece_and_not_replayed()
    {
        await using InProcessHost host = TheatreHost(new MemoryStore());
        await FillAsync(host);
        Visitor anna = await VisitAsync(host);
        Visitor bert = await VisitAsync(host, Bert);
        bert.Connection.Leave();

        await AskAsync(host, static house =>
        {
            var puppet = new Puppet { Name = "Gretel" };
            Marker pointer = house.Pointers[0];
            house.Pointers.RemoveAt(0);
            puppet.Pointers.Add(pointer);
            return house.Puppets.Add(puppet);
        });

        IReadOnlyList<Frame> told = await anna.Inbox.NextAsync();
        anna.Copy.Tree.Apply(((BatchFrame)told.Single()).Events);
        Assert.That(anna.Copy.Xport(), Is.EqualTo(await AskAsync(host, static house => house.Xport())));
        Assert.That((await VisitAsync(host, Bert, bert.Id, since: bert.Known)).First[0], Is.TypeOf<InitialFrame>());
    }

    [Test]
    public async Task What_a_store_has_from_when_it_was_stored_is_dropped()
    {
        var store = new MemoryStore();
        var old = new Theatre { Spotlight = "left" };
        old.Pointers.Add(new Marker());
        old.Tree.Turn(static () => { });
        await store.CreateAsync(House, new TreeSnapshot(0, "e", 7, new RawJson(old.XportUtf8(XportOptions.Everything)), [], []));

        await using InProcessHost host = TheatreHost(store);

        Assert.That(await AskAsync(host, static house => (house.Spotlight, house.Pointers.Count, house.Tree.Seq)), Is.EqualTo(("off", 0, 7)));
    }

    private static async Task FillAsync(InProcessHost host)
    {
        await host.CreateAsync(House);
        await AskAsync(host, static house =>
        {
            house.Play = new string('x', 2_000);
            house.Puppets.Add(new Puppet { Name = "Kasper" }).Height = 3;
            house.Pointers.Add(new Marker { X = 1 });
            house.Pointers.Add(new Marker { X = 2 });
            return 0;
        });
    }

    private static ModelId IdIn(RawJson xport)
    {
        using var document = System.Text.Json.JsonDocument.Parse(xport.Utf8);
        return new ModelId(document.RootElement.GetProperty("attrs").GetProperty("id").GetGuid());
    }
}
