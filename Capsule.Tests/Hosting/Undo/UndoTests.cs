using Capsule.Protocol;

namespace Capsule.Tests.Hosting.Undo;

/// <summary>A client takes back what it did.</summary>
[Parallelizable]
internal sealed class UndoTests
{
    private static readonly CapsuleUser Anna = CapsuleUser.Named("anna", "member");
    private static readonly CapsuleUser Bert = CapsuleUser.Named("bert", "member");
    private static readonly CapsuleUser Kim = CapsuleUser.Named("kim", "member", "keeper");

    [Test]
    public async Task What_a_turn_set_is_as_before_and_then_as_it_had_set_it()
    {
        await using InProcessHost host = PantryClient.Host();
        PantryClient anna = await PantryClient.JoinAsync(host, Anna);
        await anna.SetAsync(anna.Copy, """{"name":"New"}""");

        VerdictFrame undone = await anna.UndoAsync(1);
        Assert.That(undone.Results.ToString(), Is.EqualTo("""[{"skipped":[]}]"""));
        Assert.That(anna.Copy.Name, Is.EqualTo("Pantry"));

        VerdictFrame redone = await anna.RedoAsync(1);
        Assert.That(redone.Results.ToString(), Is.EqualTo("""[{"skipped":[]}]"""));
        Assert.That(anna.Copy.Name, Is.EqualTo("New"));
    }

    [Test]
    [Promise(31)]
    public async Task What_somebody_has_changed_since_stays_and_is_told()
    {
        await using InProcessHost host = PantryClient.Host();
        PantryClient anna = await PantryClient.JoinAsync(host, Anna);
        PantryClient bert = await PantryClient.JoinAsync(host, Bert);
        Jar jar = anna.Copy.Racks[0].Jars[0];
        await anna.SetAsync(jar, """{"label":"mine","grams":7}""");
        await bert.SetAsync(jar, """{"label":"his"}""");

        VerdictFrame undone = await anna.UndoAsync(1);

        Assert.That(undone.Results.ToString(), Is.EqualTo($$"""[{"skipped":[{"id":"{{jar.Id}}","property":"label"}]}]"""));
        Assert.That((jar.Label, jar.Grams), Is.EqualTo(("his", 100)));
    }

    [Test]
    public async Task What_was_deleted_comes_back_where_it_was_with_its_ids_and_what_referred_to_it()
    {
        await using InProcessHost host = PantryClient.Host();
        string before = await PantryClient.StateAsync(host, create: true);
        PantryClient anna = await PantryClient.JoinAsync(host, Anna);
        await anna.AskAsync(new DeleteOp(anna.Copy.Racks[0].Id));
        Assert.That(anna.Copy.Favourite, Is.Null);

        await anna.UndoAsync(1);

        Assert.That(await PantryClient.StateAsync(host), Is.EqualTo(before));
        Assert.That(anna.Copy.Favourite, Is.SameAs(anna.Copy.Racks[0].Jars[0]));
    }

    [Test]
    public async Task What_was_added_goes_with_what_others_put_into_it_and_all_of_it_comes_back_by_a_redo()
    {
        await using InProcessHost host = PantryClient.Host();
        PantryClient anna = await PantryClient.JoinAsync(host, Anna);
        PantryClient bert = await PantryClient.JoinAsync(host, Bert);
        VerdictFrame added = await anna.AskAsync(new AddOp(anna.Copy.Racks.Id, RawJson.Parse("""{"label":"fresh"}"""), Placement.At(1)));
        await bert.CatchUpAsync(added.Seq!.Value);
        await bert.AskAsync(new AddOp(bert.Copy.Racks[1].Jars.Id, RawJson.Parse("""{"label":"plums"}""")));
        string before = await PantryClient.StateAsync(host);

        await anna.UndoAsync(1);
        Assert.That(anna.Copy.Racks.Select(rack => rack.Label), Is.EqualTo(new[] { "sweet", "sour", "salt" }));
        await anna.RedoAsync(1);

        Assert.That(await PantryClient.StateAsync(host), Is.EqualTo(before));
    }

    [Test]
    public async Task What_was_moved_goes_back_in_front_of_who_stood_behind_it()
    {
        await using InProcessHost host = PantryClient.Host();
        PantryClient anna = await PantryClient.JoinAsync(host, Anna);
        PantryClient bert = await PantryClient.JoinAsync(host, Bert);
        Rack sweet = anna.Copy.Racks[0];
        await anna.AskAsync(new MoveOp(anna.Copy.Racks[2].Jars.Id, sweet.Jars[1].Id, Placement.At(0)));
        await bert.AskAsync(new AddOp(sweet.Jars.Id, RawJson.Parse("""{"label":"in between"}"""), Placement.At(0)));

        await anna.UndoAsync(1);

        Assert.That(sweet.Jars.Select(jar => jar.Label), Is.EqualTo(new[] { "in between", "sweet 1", "sweet 2", "sweet 3" }));
    }

    [Test]
    [Promise(31)]
    public async Task What_somebody_has_moved_since_stays_where_they_put_it()
    {
        await using InProcessHost host = PantryClient.Host();
        PantryClient anna = await PantryClient.JoinAsync(host, Anna);
        PantryClient bert = await PantryClient.JoinAsync(host, Bert);
        Rack sweet = anna.Copy.Racks[0];
        ModelId jar = sweet.Jars[2].Id;
        await anna.AskAsync(new MoveOp(sweet.Jars.Id, jar, Placement.At(0)));
        await bert.AskAsync(new MoveOp(anna.Copy.Racks[1].Jars.Id, jar, Placement.At(0)));

        VerdictFrame undone = await anna.UndoAsync(1);

        Assert.That(undone.Results.ToString(), Is.EqualTo($$"""[{"skipped":[{"id":"{{jar}}"}]}]"""));
        Assert.That(anna.Copy.Racks[1].Jars[0].Id, Is.EqualTo(jar));
    }

    [Test]
    public async Task A_radio_goes_back_to_who_had_it_unless_somebody_else_has_it_now()
    {
        await using InProcessHost host = PantryClient.Host();
        PantryClient anna = await PantryClient.JoinAsync(host, Anna);
        PantryClient bert = await PantryClient.JoinAsync(host, Bert);
        Rack sweet = anna.Copy.Racks[0];
        await anna.SetAsync(sweet.Jars[0], """{"chosen":true}""");
        await anna.UndoAsync(1);
        Assert.That(sweet.Jars.Select(jar => jar.Chosen), Is.EqualTo(new[] { false, true, false }));

        await anna.SetAsync(sweet.Jars[0], """{"chosen":true}""");
        await bert.SetAsync(sweet.Jars[2], """{"chosen":true}""");
        await anna.UndoAsync(anna.LastTurn);

        Assert.That(sweet.Jars.Select(jar => jar.Chosen), Is.EqualTo(new[] { false, false, true }));
    }

    [TestCase(false)]
    [TestCase(true)]
    public async Task One_that_was_moved_then_chosen_then_deleted_comes_back_to_where_another_is_chosen(bool isDeletedWithItsRack)
    {
        await using InProcessHost host = PantryClient.Host();
        PantryClient anna = await PantryClient.JoinAsync(host, Anna);
        string before = await PantryClient.StateAsync(host);
        Jar jar = anna.Copy.Racks[0].Jars[0];
        await anna.AskAsync(
            new MoveOp(anna.Copy.Racks[2].Jars.Id, jar.Id, Placement.At(0)),
            new SetOp(jar.Id, RawJson.Parse("""{"chosen":true}""")),
            new DeleteOp(isDeletedWithItsRack ? anna.Copy.Racks[2].Id : jar.Id));

        VerdictFrame undone = await anna.UndoAsync(1);

        Assert.That(undone.Results.ToString(), Is.EqualTo("""[{"skipped":[]}]"""));
        Assert.That(await PantryClient.StateAsync(host), Is.EqualTo(before));
    }

    [Test]
    public async Task One_that_was_chosen_when_it_was_deleted_is_again_also_if_another_was_chosen_and_deleted_after_it()
    {
        await using InProcessHost host = PantryClient.Host();
        string before = await PantryClient.StateAsync(host, create: true);
        PantryClient anna = await PantryClient.JoinAsync(host, Anna);
        Rack rack = anna.Copy.Racks[0];
        await anna.AskAsync(new DeleteOp(rack.Jars[1].Id), new SetOp(rack.Jars[0].Id, RawJson.Parse("""{"chosen":true}""")), new DeleteOp(rack.Id));

        VerdictFrame undone = await anna.UndoAsync(1);

        Assert.That(undone.Results.ToString(), Is.EqualTo("""[{"skipped":[]}]"""));
        Assert.That(await PantryClient.StateAsync(host), Is.EqualTo(before));
    }

    [Test]
    public async Task What_came_and_went_in_the_turn_puts_nothing_into_another_order()
    {
        await using InProcessHost host = PantryClient.Host();
        string before = await PantryClient.StateAsync(host, create: true);
        PantryClient anna = await PantryClient.JoinAsync(host, Anna);
        Rack last = anna.Copy.Racks[2];
        await anna.AskAsync(
            new AddOp(last.Jars.Id, RawJson.Parse("""{"label":"first"}"""), Placement.At(0)),
            new MoveOp(last.Jars.Id, last.Jars[0].Id, Placement.At(3)),
            new CallOp(anna.Copy.Id, "stir", RawJson.EmptyArray));

        await anna.UndoAsync(1);

        Assert.That(await PantryClient.StateAsync(host), Is.EqualTo(before));
    }

    [TestCase("stir")]
    [TestCase("carry")]
    public async Task All_that_a_method_did_is_taken_back(string method)
    {
        await using InProcessHost host = PantryClient.Host();
        string before = await PantryClient.StateAsync(host, create: true);
        PantryClient anna = await PantryClient.JoinAsync(host, Anna);
        await anna.AskAsync(new CallOp(anna.Copy.Id, method, RawJson.EmptyArray));
        string after = await PantryClient.StateAsync(host);
        Assert.That(after, Is.Not.EqualTo(before));

        await anna.UndoAsync(1);
        Assert.That(await PantryClient.StateAsync(host), Is.EqualTo(before));
        await anna.RedoAsync(1);
        Assert.That(await PantryClient.StateAsync(host), Is.EqualTo(after));
    }

    [Test]
    [Promise(32)]
    public async Task The_rule_of_the_original_op_is_asked_again()
    {
        await using InProcessHost host = PantryClient.Host();
        PantryClient anna = await PantryClient.JoinAsync(host, Anna);
        PantryClient kim = await PantryClient.JoinAsync(host, Kim);
        await anna.SetAsync(anna.Copy, """{"name":"New"}""");
        await anna.AskAsync(new DeleteOp(anna.Copy.Racks[0].Id));
        await anna.AskAsync(new CallOp(anna.Copy.Id, "stir", RawJson.EmptyArray));
        await kim.SetAsync(kim.Copy, """{"isClosed":true}""");
        string before = await PantryClient.StateAsync(host);

        foreach (long turn in (long[])[3, 2, 1])
        {
            Assert.That((await anna.UndoAsync(turn)).Error!.Code, Is.EqualTo(ErrorCode.Forbidden));
        }

        Assert.That(await PantryClient.StateAsync(host), Is.EqualTo(before));
        await kim.SetAsync(kim.Copy, """{"isClosed":false}""");
        Assert.That((await anna.UndoAsync(3)).IsApplied);
    }

    [Test]
    public async Task What_is_hidden_by_now_is_taken_for_gone()
    {
        await using InProcessHost host = PantryClient.Host();
        PantryClient anna = await PantryClient.JoinAsync(host, Anna);
        PantryClient kim = await PantryClient.JoinAsync(host, Kim);
        Rack hidden = anna.Copy.Racks[0];
        Rack deleted = anna.Copy.Racks[1];
        await anna.SetAsync(hidden, """{"label":"mine"}""");
        await anna.SetAsync(deleted, """{"label":"mine too"}""");
        await kim.SetAsync(kim.Copy.Racks[0], """{"isSecret":true}""");
        await kim.AskAsync(new DeleteOp(deleted.Id));

        VerdictFrame first = await anna.UndoAsync(1);
        VerdictFrame second = await anna.UndoAsync(2);

        string Skipped(ModelId id) => $$"""[{"skipped":[{"id":"{{id}}","property":"label"}]}]""";
        Assert.That(second.Results.ToString(), Is.EqualTo(Skipped(deleted.Id)));
        Assert.That(first.Results.ToString(), Is.EqualTo(Skipped(hidden.Id)));
    }

    [Test]
    public async Task An_attribute_that_is_set_once_stays_set()
    {
        await using InProcessHost host = PantryClient.Host();
        PantryClient anna = await PantryClient.JoinAsync(host, Anna);
        VerdictFrame added = await anna.AskAsync(new AddOp(anna.Copy.Racks[0].Jars.Id, RawJson.Parse("""{"label":"x"}""")));
        Jar jar = anna.Copy.Racks[0].Jars[^1];
        await anna.SetAsync(jar, """{"made":"now","label":"y"}""");

        VerdictFrame undone = await anna.UndoAsync(2);

        Assert.That(added.IsApplied);
        Assert.That((jar.Made, jar.Label), Is.EqualTo(("now", "x")));
        Assert.That(undone.Results.ToString(), Does.Contain("made"));
    }

    [Test]
    public async Task What_cannot_be_taken_back_says_why()
    {
        await using InProcessHost host = PantryClient.Host(options: new InProcessHostOptions { MaxUndoTurns = 1 });
        PantryClient anna = await PantryClient.JoinAsync(host, Anna);
        PantryClient bert = await PantryClient.JoinAsync(host, Bert);
        await anna.SetAsync(anna.Copy, """{"name":"1"}""");
        ProtocolError redo = (await anna.RedoAsync(1)).Error!;
        Assert.That((redo.Code, redo.Message), Is.EqualTo((ErrorCode.Conflict, "Turn 1 is not undone.")));
        await anna.UndoAsync(1);
        ProtocolError twice = (await anna.UndoAsync(1)).Error!;
        Assert.That((twice.Code, twice.Message), Is.EqualTo((ErrorCode.Conflict, "Turn 1 is undone already.")));
        Assert.That((await bert.UndoAsync(1)).Error!.Code, Is.EqualTo(ErrorCode.NotFound), "another client's turn");
        Assert.That((await anna.AskAsync(new UndoOp(1), new UndoOp(1))).Error!.Code, Is.EqualTo(ErrorCode.Invalid));
        await anna.SetAsync(anna.Copy, """{"name":"2"}""");
        ProtocolError old = (await anna.RedoAsync(1)).Error!;
        Assert.That(old.Code, Is.EqualTo(ErrorCode.NotFound));
        Assert.That(old.Message, Does.Contain("MaxUndoTurns"));
    }

    [Test]
    public async Task The_oldest_is_forgotten_when_there_is_no_room_and_nothing_is_kept_where_the_root_says_so()
    {
        await using InProcessHost small = PantryClient.Host(options: new InProcessHostOptions { MaxUndoBytes = 1_500 });
        PantryClient anna = await PantryClient.JoinAsync(small, Anna);
        await anna.SetAsync(anna.Copy, $$"""{"name":"{{new string('a', 400)}}"}""");
        await anna.SetAsync(anna.Copy, """{"name":"b"}""");
        Assert.That((await anna.UndoAsync(1)).Error!.Code, Is.EqualTo(ErrorCode.NotFound));
        Assert.That((await anna.UndoAsync(2)).IsApplied);

        await using InProcessHost none = PantryClient.Host(keepsUndo: false);
        PantryClient bert = await PantryClient.JoinAsync(none, Bert);
        await bert.SetAsync(bert.Copy, """{"name":"b"}""");
        ProtocolError off = (await bert.UndoAsync(1)).Error!;
        Assert.That((off.Code, off.Message), Is.EqualTo((ErrorCode.NotFound, "Nothing is kept here that an undo could take back (KeepsUndo, MaxUndoTurns).")));
    }

    [Test]
    public async Task A_call_that_waits_cannot_be_taken_back_as_its_changes_are_turns_of_the_servers_own()
    {
        await using InProcessHost host = PantryClient.Host();
        PantryClient anna = await PantryClient.JoinAsync(host, Anna);
        await anna.AskAsync(new CallOp(anna.Copy.Id, "wait", RawJson.EmptyArray));

        Assert.That((await anna.UndoAsync(1)).Error!.Code, Is.EqualTo(ErrorCode.NotFound));
    }
}
