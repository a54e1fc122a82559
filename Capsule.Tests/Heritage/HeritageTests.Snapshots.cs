using Capsule.Tests.Changes;

namespace Capsule.Tests.Heritage;

public abstract partial class HeritageTests<TDomain>
{
    [Test]
    public void Xport_then_mport_into_an_empty_root_gives_the_same_xport()
    {
        CapsuleModel copy = Domain.NewRoot();

        MportResult result = copy.Mport(Root.Xport());

        Assert.That(copy.Xport(), Is.EqualTo(Root.Xport()));
        Assert.That(result.Ignored, Is.Empty);
        Assert.That(copy.Id, Is.EqualTo(Root.Id));
        Assert.That(copy.Tree.Find<CapsuleModel>(Leaf(2).Id), Is.Not.Null.And.Not.SameAs(Leaf(2)));
    }

    [Test]
    public void Mport_of_the_same_twice_changes_nothing_and_publishes_nothing()
    {
        CapsuleModel copy = Domain.NewRoot();
        copy.Mport(Root.Xport());
        var published = new BatchText(copy.Tree);

        copy.Mport(Root.Xport());

        Assert.That(published.Take(), Is.Empty);
        Assert.That(copy.Xport(), Is.EqualTo(Root.Xport()));
    }

    [Test]
    public void Mport_merges_updates_what_is_known_adds_what_is_not_removes_nothing()
    {
        CapsuleModel copy = Domain.NewRoot();
        copy.Mport(Root.Xport());
        CapsuleModel kept = Domain.AddLeaf(Domain.Leaves(Domain.ItemAt(Domain.Items(copy), 0)), "only here");
        Domain.SetTitle(Item, "changed");
        CapsuleModel added = Domain.AddItem(Items, "third");

        copy.Mport(Root.Xport());

        Assert.That(Domain.Title(Domain.ItemAt(Domain.Items(copy), 0)), Is.EqualTo("changed"));
        Assert.That(copy.Tree.Find<CapsuleModel>(added.Id), Is.Not.Null);
        Assert.That(kept.Parent, Is.Not.Null);
    }

    [Test]
    public void Xport_without_recursion_has_the_attributes_alone()
    {
        Assert.That(Root.Xport(new XportOptions { Recurse = false }), Does.StartWith("""{"attrs":{"id":""").And.EndWith("}}").And.Not.Contain("collections"));
        Assert.That(Item.Xport(new XportOptions { Recurse = false }), Does.Contain("first").And.Not.Contain("models"));
    }

    [Test]
    public void A_fresh_root_adopts_the_ids_and_one_that_has_changed_keeps_its_own()
    {
        CapsuleModel fresh = Domain.NewRoot();
        CapsuleModel changed = Domain.NewFilledRoot();
        changed.Tree.Turn(() => Domain.SetTitle(Domain.ItemAt(Domain.Items(changed), 0), "a first turn"));
        string before = changed.Xport();

        fresh.Mport(Root.Xport());

        Assert.That(fresh.Tree.Find<CapsuleModel>(Root.Id), Is.SameAs(fresh));
        Assert.That(() => changed.Mport(Root.Xport()), Throws.TypeOf<CapsuleException>().With.Property(nameof(CapsuleException.Code)).EqualTo(ErrorCode.Conflict));
        Assert.That(changed.Xport(), Is.EqualTo(before));
    }

    [Test]
    public void Mport_takes_a_list_as_text_as_0_2_2_wrote_it()
    {
        Root.Mport($$$"""{"attrs":{"id":"{{{Root.Id}}}"}}""");
        Item.Mport($$$"""{"attrs":{"id":"{{{Item.Id.ToString().ToUpperInvariant()}}}","{{{Domain.ListName}}}":"[\"x\",\"y\"]"}}""");

        Assert.That(Domain.List(Item), Is.EqualTo(["x", "y"]));
    }

    [Test]
    public void Mport_ignores_members_that_nobody_knows_and_names_them()
    {
        string type = Domain is BlogDomain ? "post" : "room";

        MportResult result = Item.Mport(
            $$$$"""{"attrs":{"id":"{{{{Item.Id}}}}","slug":{"a":[1]}},"collections":{"likes":{"id":null,"models":[{}]}},"models":{"editor":{"attrs":{}}},"extra":[]}""");

        Assert.That(result.Ignored, Is.EquivalentTo([$"{type}.slug", $"{type}.likes", $"{type}.editor", $"{type}.extra"]));
        Assert.That(Published.Take(), Is.Empty);
    }
}
