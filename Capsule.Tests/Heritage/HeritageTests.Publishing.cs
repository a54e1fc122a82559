using Capsule.Protocol;

namespace Capsule.Tests.Heritage;

public abstract partial class HeritageTests<TDomain>
{
    [Test]
    public void A_change_deep_down_is_published_at_the_root()
    {
        Domain.SetLeaf(Leaf(1), "new");

        Assert.That(Published.TakeOne(), Is.EqualTo($$$"""[{"event":"change","id":"{{{Leaf(1).Id}}}","data":{"{{{Domain.LeafTextName}}}":"new"}}]"""));
    }

    [Test]
    public void A_change_of_a_child_is_published_at_the_root()
    {
        Domain.SetChild(Item, "Grace");

        Assert.That(
            Published.TakeOne(),
            Is.EqualTo($$$"""[{"event":"change","id":"{{{Domain.Child(Item).Id}}}","data":{"{{{Domain.ChildAttributeName}}}":"Grace"}}]"""));
    }

    [Test]
    public void An_add_deep_down_is_published_at_the_root()
    {
        CapsuleModel leaf = Domain.AddLeaf(Leaves, "d");

        Assert.That(
            Published.TakeOne(),
            Is.EqualTo($$$$"""[{"event":"add","collection":"{{{{Leaves.Id}}}}","at":3,"data":{"attrs":{"id":"{{{{leaf.Id}}}}","{{{{Domain.LeafTextName}}}}":"d"}}}]"""));
    }

    [Test]
    public void An_added_item_is_published_with_all_that_is_below_it()
    {
        CapsuleModel item = Domain.NewItem("third");
        Domain.AddLeaf(Domain.Leaves(item), "inside");
        Domain.Add(Items, item);

        Assert.That(Published.TakeOne(), Is.EqualTo($$"""[{"event":"add","collection":"{{Items.Id}}","at":2,"data":{{item.Xport()}}}]"""));
    }

    [Test]
    public void A_removal_deep_down_is_published_at_the_root()
    {
        CapsuleModel leaf = Leaf(0);

        Domain.Remove(leaf);

        Assert.That(Published.TakeOne(), Is.EqualTo($$"""[{"event":"remove","id":"{{leaf.Id}}","collection":"{{Leaves.Id}}"}]"""));
    }

    [Test]
    public void A_move_deep_down_is_published_at_the_root()
    {
        CapsuleModel leaf = Leaf(0);

        Domain.Move(Leaves, leaf, 2);

        Assert.That(
            Published.TakeOne(),
            Is.EqualTo($$"""[{"event":"move","collection":"{{Leaves.Id}}","id":"{{leaf.Id}}","newPosition":2}]"""));
    }

    [Test]
    public void A_move_to_another_collection_names_the_old_one()
    {
        CapsuleModel leaf = Leaf(0);
        ModelCollection other = Domain.OtherLeaves(Root);

        Domain.Move(other, leaf, 0);

        Assert.That(
            Published.TakeOne(),
            Is.EqualTo($$"""[{"event":"move","collection":"{{other.Id}}","id":"{{leaf.Id}}","newPosition":0,"from":"{{Leaves.Id}}"}]"""));
    }

    [Test]
    public void What_happens_below_what_was_removed_is_not_published()
    {
        CapsuleModel leaf = Leaf(0);
        Domain.Remove(Item);
        Published.Take();

        Domain.SetLeaf(leaf, "unheard");
        Domain.AddLeaf(Leaves, "unseen");

        Assert.That(Published.Take(), Is.Empty);
    }

    [Test]
    public void Silent_withholds_what_is_raised_inside_the_process_but_neither_state_nor_batch()
    {
        int raised = 0;
        Item.Changed += _ => raised++;
        Leaves.Changed += _ => raised++;

        Root.Tree.Turn(
            () =>
            {
                Domain.SetTitle(Item, "silently");
                Domain.Remove(Leaf(0));
            },
            silent: true);

        Assert.That(raised, Is.Zero);
        Assert.That(Published.Batches.Single().Events.Select(happened => happened.GetType()), Is.EqualTo([typeof(RemoveEvent), typeof(ChangeEvent)]));
        Domain.SetTitle(Item, "aloud");
        Assert.That(raised, Is.EqualTo(1));
    }

    [Test]
    public void A_silent_mport_is_published_too()
    {
        int raised = 0;
        Item.Changed += _ => raised++;

        Item.Mport($$$"""{"attrs":{"id":"{{{Item.Id}}}","{{{Domain.TitleName}}}":"imported"}}""", new MportOptions { Silent = true });

        Assert.That(raised, Is.Zero);
        Assert.That(Published.TakeOne(), Does.Contain("imported"));
    }
}
