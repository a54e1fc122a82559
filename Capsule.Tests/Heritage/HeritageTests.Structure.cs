namespace Capsule.Tests.Heritage;

public abstract partial class HeritageTests<TDomain>
{
    [Test]
    public void Removal_unregisters_the_whole_subtree()
    {
        ModelId[] ids = [Item.Id, Domain.Child(Item).Id, Leaf(0).Id, Leaf(2).Id];

        Domain.Remove(Item);

        Assert.That(ids.Select(id => Root.ModelGetter(id)), Is.All.Null);
        Assert.That(Root.Tree.FindCollection(Leaves.Id), Is.Null);
        Assert.That(Item.Parent, Is.Null);
        Assert.That(Item.Collection, Is.Null);
        Assert.That(Leaf(0).Parent, Is.SameAs(Item));
    }

    [Test]
    public void Adding_again_keeps_the_id_and_those_below()
    {
        ModelId[] ids = [Item.Id, Leaves.Id, Leaf(0).Id];
        Domain.Remove(Item);

        Domain.Add(Items, Item);

        Assert.That((ModelId[])[Item.Id, Leaves.Id, Leaf(0).Id], Is.EqualTo(ids));
        Assert.That(Root.ModelGetter(ids[2]), Is.SameAs(Leaf(0)));
        Domain.SetLeaf(Leaf(0), "heard again");
        Assert.That(Published.Take()[^1], Does.Contain("heard again"));
    }

    [Test]
    public void What_is_somewhere_cannot_be_added_elsewhere()
    {
        string before = Root.Xport();
        CapsuleModel other = Domain.NewFilledRoot();

        Assert.That(() => Domain.Add(Items, Item), Throws.InvalidOperationException);
        Assert.That(() => Domain.Add(Domain.Items(other), Item), Throws.InvalidOperationException);

        Assert.That(Root.Xport(), Is.EqualTo(before));
        Assert.That(Item.Tree, Is.SameAs(Root.Tree));
    }

    [TestCase(-5, 0)]
    [TestCase(0, 0)]
    [TestCase(1, 1)]
    [TestCase(99, 2)]
    public void Move_brings_the_index_into_the_range(int wanted, int index)
    {
        CapsuleModel leaf = Leaf(1);

        Domain.Move(Leaves, leaf, wanted);

        Assert.That(Leaves.IndexOf(leaf), Is.EqualTo(index));
        Assert.That(Published.Take(), Has.Count.EqualTo(index == 1 ? 0 : 1));
    }

    [Test]
    public void Everything_knows_its_parent_and_collection()
    {
        Assert.That(Root.Parent, Is.Null);
        Assert.That(Item.Collection, Is.SameAs(Items));
        Assert.That(Item.Parent, Is.SameAs(Items.Owner));
        Assert.That(Domain.Child(Item).Parent, Is.SameAs(Item));
        Assert.That(Domain.Child(Item).Collection, Is.Null);
        Assert.That(Leaf(0).Tree, Is.SameAs(Root.Tree));
        Assert.That(Leaf(0).ModelGetter(Root.Id), Is.SameAs(Root));
    }
}
