namespace Capsule.Tests.Heritage;

public abstract partial class HeritageTests<TDomain>
{
    [Test]
    public void A_list_that_nobody_set_is_empty() => Assert.That(Domain.List(Domain.NewItem("new")), Is.Empty);

    [Test]
    public void A_list_cannot_be_changed_through_its_getter()
    {
        IReadOnlyList<string> list = Domain.List(Item);

        Assert.That(list, Is.Not.InstanceOf<string[]>().And.Not.InstanceOf<List<string>>());
        Assert.That(() => ((IList<string>)list)[0] = "changed", Throws.TypeOf<NotSupportedException>());
        Assert.That(() => ((System.Collections.IList)list).Add("more"), Throws.TypeOf<NotSupportedException>());
        Assert.That(Domain.List(Item), Is.EqualTo(["one", "two"]));
    }

    [Test]
    public void A_list_cannot_be_changed_through_the_callers_own()
    {
        List<string> own = ["mine"];
        string[] array = ["mine too"];

        Domain.SetList(Item, own);
        own[0] = "changed";
        own.Add("more");

        Assert.That(Domain.List(Item), Is.EqualTo(["mine"]));
        Domain.SetList(Item, array);
        array[0] = "changed";
        Assert.That(Domain.List(Item), Is.EqualTo(["mine too"]));
        Assert.That(own, Is.EqualTo(["changed", "more"]), "the caller's list stays the caller's");
    }

    [Test]
    public void A_list_of_equal_content_is_silent()
    {
        int raised = 0;
        using IDisposable _ = Item.On(Domain.ListProperty, _ => raised++);

        Domain.SetList(Item, ["one", "two"]);

        Assert.That(raised, Is.Zero);
        Assert.That(Published.Take(), Is.Empty);
    }

    [Test]
    public void A_list_of_another_content_reports_its_change()
    {
        AttributeChanged? change = null;
        using IDisposable _ = Item.On(Domain.ListProperty, happened => change = happened);

        Domain.SetList(Item, ["two", "one"]);

        Assert.That(change!.Previous, Is.EqualTo(["one", "two"]));
        Assert.That(change.Value, Is.EqualTo(["two", "one"]));
        Assert.That(Published.TakeOne(), Is.EqualTo($$$"""[{"event":"change","id":"{{{Item.Id}}}","data":{"{{{Domain.ListName}}}":["two","one"]}}]"""));
    }
}
