using Capsule.Tests.Changes;

namespace Capsule.Tests.Heritage;

/// <summary>What Capsule 0.2.2's own suite held, in the words of any domain. The other parts of the class each hold one of its chapters.</summary>
public abstract partial class HeritageTests<TDomain>
    where TDomain : HeritageDomain, new()
{
    private static readonly CapsuleUser Author = CapsuleUser.Named("ann", "author");
    private static readonly CapsuleUser Editor = CapsuleUser.Named("ed", "author", "editor");
    private static readonly CapsuleUser Guest = CapsuleUser.Named("gus", "guest");

    private TDomain Domain { get; set; } = null!;

    private CapsuleModel Root { get; set; } = null!;

    private ModelCollection Items { get; set; } = null!;

    private CapsuleModel Item { get; set; } = null!;

    private ModelCollection Leaves { get; set; } = null!;

    private BatchText Published { get; set; } = null!;

    [SetUp]
    public void FillTheRoot()
    {
        Domain = new TDomain();
        Root = Domain.NewFilledRoot();
        Items = Domain.Items(Root);
        Item = Domain.ItemAt(Items, 0);
        Leaves = Domain.Leaves(Item);
        Published = new BatchText(Root.Tree);
        _refusals.Clear();
        Root.Tree.Refused += _refusals.Add;
        _before = Root.Xport();
    }

    private CapsuleModel Leaf(int index) => Domain.ItemAt(Leaves, index);
}

[TestFixture]
public sealed class BlogHeritageTests : HeritageTests<BlogDomain>;

[TestFixture]
public sealed class MuseumHeritageTests : HeritageTests<MuseumDomain>;
