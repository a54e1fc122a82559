using Capsule.Protocol;

namespace Capsule.Tests.Validation;

/// <summary>What is set once can be set while the model is being made, and then no more.</summary>
public sealed class ImmutableTests
{
    private static readonly CapsuleUser Somebody = CapsuleUser.Anonymous;

    private Registry _registry = null!;
    private Deed _deed = null!;

    [SetUp]
    public void A_deed_of_somebody()
    {
        _registry = (Registry)new Registry().Tree.Root;
        _deed = new Deed { Owner = "Ann", Number = 1, Witnesses = ["Bob"], Page = 7 };
        _registry.Deeds.Add(_deed);
    }

    [Test]
    public void It_is_free_until_the_turn_that_adds_the_model_has_ended()
    {
        var deed = new Deed { Number = 1 };
        deed.Number = 2;
        _registry.Tree.Turn(() =>
        {
            _registry.Deeds.Add(deed);
            deed.Number = 3;
            deed.Number = 4;
        });
        Assert.That(deed.Number, Is.EqualTo(4));
        Assert.That(() => deed.Number = 5, Throws.InstanceOf<InvalidOperationException>());
    }

    [Test]
    public void Then_a_change_throws_with_the_way_out_and_changes_nothing()
    {
        Assert.That(() => _deed.Owner = "me", Throws.InstanceOf<InvalidOperationException>().With.Message.EqualTo(
            $"'Owner' of the deed {_deed.Id} is [Immutable] and has a value already. Set it before the model is added, or in the same turn; to have another value, add another model."));
        Assert.That(() => _deed.Witnesses = [], Throws.InstanceOf<InvalidOperationException>());
        Assert.That(() => _deed.Page = null, Throws.InstanceOf<InvalidOperationException>());
        Assert.That((_deed.Owner, _deed.Witnesses.Count, _deed.Page), Is.EqualTo(("Ann", 1, 7)));
        Assert.That(_registry.Tree.InTurn, Is.False);
    }

    [Test]
    public void A_model_in_no_tree_is_still_being_made()
    {
        var registry = new Registry();
        registry.Deeds.Add(new Deed { Number = 1 });
        registry.Deeds[0].Number = 2;
        Assert.That(registry.Tree.Seq, Is.Zero);
        Assert.That(() => registry.Deeds[0].Number = 3, Throws.InstanceOf<InvalidOperationException>());
    }

    [Test]
    public void Its_own_value_can_be_set_again() => Assert.That(() => _deed.Owner = "Ann", Throws.Nothing);

    [Test]
    public void What_is_still_nothing_can_be_set_once()
    {
        var deed = new Deed();
        _registry.Deeds.Add(deed);
        deed.Owner = "Ann";
        deed.Witnesses = ["Bob"];
        deed.Page = 1;
        Assert.That(() => deed.Owner = "me", Throws.InstanceOf<InvalidOperationException>());
        Assert.That(() => deed.Witnesses = [], Throws.InstanceOf<InvalidOperationException>());
        Assert.That(() => deed.Page = 2, Throws.InstanceOf<InvalidOperationException>());
        Assert.That(() => deed.Number = 1, Throws.InstanceOf<InvalidOperationException>(), "A number has no value that is none.");
    }

    [Test]
    public void Whatever_holds_several_is_nothing_yet_while_it_is_empty()
    {
        var deed = new Deed();
        _registry.Deeds.Add(deed);
        deed.Shares = new Dictionary<string, int> { ["Ann"] = 1 };
        deed.Plots = [7];
        deed.Seal = new byte[] { 1 };
        Assert.That(() => deed.Shares = new Dictionary<string, int>(), Throws.InstanceOf<InvalidOperationException>());
        Assert.That(() => deed.Plots = [8], Throws.InstanceOf<InvalidOperationException>());
        Assert.That(() => deed.Seal = default, Throws.InstanceOf<InvalidOperationException>());
        Assert.That((deed.Shares["Ann"], deed.Plots[0], deed.Seal.Length), Is.EqualTo((1, 7, 1)));
    }

    [Test]
    public void A_turn_that_set_it_is_undone_and_it_can_be_set_again()
    {
        var deed = new Deed();
        _registry.Deeds.Add(deed);
        Assert.That(() => _registry.Tree.Turn(() => { deed.Owner = "Ann"; throw new NotSupportedException(); }), Throws.TypeOf<NotSupportedException>());
        Assert.That(deed.Owner, Is.Empty);
        deed.Owner = "Eve";
        Assert.That(deed.Owner, Is.EqualTo("Eve"));
    }

    [Test]
    public void A_client_gives_it_in_an_add_and_not_afterwards()
    {
        Assert.That(_registry.Deeds.SafeAdd(Somebody, """{ "owner": "Cid", "number": 3 }""").IsApplied);
        Deed deed = _registry.Deeds[1];
        Assert.That((deed.Owner, deed.Number), Is.EqualTo(("Cid", 3)));
        Refused(deed.SafeSet(Somebody, """{ "note": "x", "owner": "me" }"""), "owner");
        Refused(deed.SafeUnset(Somebody, "owner"), "owner");
        Refused(_registry.Tree.SafeApply(Somebody, new IncrementOp(deed.Id, "number", RawJson.Parse("1"))), "number");
        Assert.That((deed.Owner, deed.Number, deed.Note), Is.EqualTo(("Cid", 3, "")));
        Assert.That(deed.SafeSet(Somebody, """{ "owner": "Cid", "note": "x" }""").IsApplied);
    }

    [Test]
    public void A_method_that_changes_it_has_failed() =>
        Assert.That(_deed.SafeCall(Somebody, "forge").Error!.Code, Is.EqualTo(ErrorCode.Failed));

    [Test]
    public void An_import_takes_it_for_what_is_new_and_refuses_to_change_it()
    {
        string Data(string owner) => $$"""{ "collections": { "deeds": { "models": [ { "attrs": { "id": "{{_deed.Id}}", "owner": "{{owner}}", "note": "n" } }, { "attrs": { "owner": "New" } } ] } } }""";
        CapsuleException refusal = Assert.Throws<CapsuleException>(() => _registry.Mport(Data("me")))!;
        Assert.That((refusal.Code, refusal.Attribute), Is.EqualTo((ErrorCode.Invalid, "owner")));
        Assert.That((_deed.Note, _registry.Deeds.Count), Is.EqualTo(("", 1)));
        _registry.Mport(Data("Ann"));
        Assert.That((_deed.Note, _registry.Deeds[1].Owner), Is.EqualTo(("n", "New")));
    }

    [Test]
    public void A_copy_gets_it_by_import_and_by_events()
    {
        var original = new Registry { Office = Guid.NewGuid() };
        var copy = new Registry();
        copy.Mport(original.Xport());
        Assert.That(copy.Office, Is.EqualTo(original.Office));
        copy.Tree.Apply([new ChangeEvent(copy.Id, RawJson.Parse($$"""{ "office": "{{Guid.Empty}}" }"""))]);
        Assert.That(copy.Office, Is.EqualTo(Guid.Empty));
    }

    [Test]
    public void A_root_is_free_until_its_first_turn_but_not_for_clients()
    {
        var registry = new Registry();
        Assert.That(registry.Tree.Seq, Is.Zero);
        registry.Office = Guid.NewGuid();
        Assert.That(() => registry.Office = Guid.NewGuid(), Throws.InstanceOf<InvalidOperationException>());
    }

    private static void Refused(Verdict verdict, string attribute) => Assert.That(
        verdict.Error, Is.EqualTo(new ProtocolError(ErrorCode.Invalid, $"'{attribute}' is set once, and it has a value already.", 0, attribute)));
}
