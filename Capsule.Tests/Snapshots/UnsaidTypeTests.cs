namespace Capsule.Tests.Snapshots;

/// <summary>Can data be read that were written when a model had no siblings?</summary>
public sealed class UnsaidTypeTests
{
    [Test]
    public void They_are_of_the_declared_model_and_others_say_which_they_are_of()
    {
        var pile = new Pile();

        pile.Mport("""{"collections":{"leaves":{"models":[{"attrs":{"text":"old"}},{"type":"veinedLeaf","attrs":{"text":"new"}},{"type":"leaf","attrs":{"text":"said"}}]}}}""");

        Assert.That(pile.Leaves.Select(leaf => (leaf.GetType(), leaf.Text)), Is.EqualTo(new[] { (typeof(Leaf), "old"), (typeof(VeinedLeaf), "new"), (typeof(Leaf), "said") }));
    }

    [Test]
    public void The_only_one_that_derives_from_an_abstract_model_says_its_type_and_need_not()
    {
        var pile = new Pile();

        pile.Mport("""{"collections":{"twigs":{"models":[{"attrs":{"text":"unsaid"}},{"type":"thorn","attrs":{"text":"said"}}]}}}""");

        Assert.That(pile.Twigs.Select(twig => (twig.GetType(), twig.Text)), Is.EqualTo(new[] { (typeof(Thorn), "unsaid"), (typeof(Thorn), "said") }));
        Assert.That(pile.Xport(), Does.Contain("""{"type":"thorn","attrs":{"id":"""));
        Assert.That(Copy(pile).Xport(), Is.EqualTo(pile.Xport()));
        Assert.That(() => pile.Mport("""{"collections":{"twigs":{"models":[{"type":"leaf","attrs":{}}]}}}"""), Throws.TypeOf<CapsuleException>());
    }

    [Test]
    public void A_mirror_writes_the_same()
    {
        var pile = new Pile();
        pile.Twigs.Add(new Thorn { Text = "a" });
        pile.Leaves.Add(new Leaf { Text = "b" });

        string[][] answers = Mirrors.MirrorProcess.Ask<string[][]>("Mirrors/roundTrip.mjs", [typeof(Pile), typeof(Twig), typeof(Thorn), typeof(Leaf), typeof(VeinedLeaf)], new[] { pile.Xport() });

        Assert.That(answers[0][0], Is.EqualTo(pile.Xport()));
    }

    private static Pile Copy(Pile pile)
    {
        var copy = new Pile();
        copy.Mport(pile.Xport());
        return copy;
    }
}

/// <summary>What was swept together.</summary>
[CapsuleModel]
public partial class Pile
{
    [ChildCollection]
    public partial ModelCollection<Leaf> Leaves { get; }

    [ChildCollection]
    public partial ModelCollection<Twig> Twigs { get; }
}

[CapsuleModel]
public partial class Leaf
{
    public partial string Text { get; set; }
}

[CapsuleModel]
public partial class VeinedLeaf : Leaf;

[CapsuleModel]
public abstract partial class Twig
{
    public partial string Text { get; set; }
}

[CapsuleModel]
public partial class Thorn : Twig;
