namespace Capsule.Tests.Heritage;

/// <summary>
/// The words of a domain for what the behaviours of 0.2.2 speak of: a root; items in a collection somewhere below it, each with a title that
/// clients may edit, a description that they may not, a list, and a child; and leaves below the items, in two collections.
/// Authors may edit, editors may move too.
/// </summary>
public abstract class HeritageDomain
{
    public abstract string TitleName { get; }

    public abstract string DescriptionName { get; }

    public abstract string ListName { get; }

    public abstract string ChildAttributeName { get; }

    public abstract string LeafTextName { get; }

    public abstract string ExposedMethod { get; }

    public abstract string HiddenMethod { get; }

    /// <summary>In C#, for handlers.</summary>
    public abstract string ListProperty { get; }

    public abstract string TitleProperty { get; }

    /// <summary>An empty root.</summary>
    public abstract CapsuleModel NewRoot();

    /// <summary>A root with two items, "first" and "second", the first with the leaves "a", "b" and "c".</summary>
    public CapsuleModel NewFilledRoot()
    {
        CapsuleModel root = NewRoot();
        CapsuleModel first = AddItem(Grow(root), "first");
        AddItem(Items(root), "second");
        SetList(first, ["one", "two"]);
        SetChild(first, "Ada");
        foreach (string text in (string[])["a", "b", "c"])
        {
            AddLeaf(Leaves(first), text);
        }

        return root;
    }

    /// <summary>Makes what is between the root and the items, and gives their collection.</summary>
    public abstract ModelCollection Grow(CapsuleModel root);

    public abstract ModelCollection Items(CapsuleModel root);

    public abstract CapsuleModel NewItem(string title);

    public abstract CapsuleModel AddItem(ModelCollection items, string title);

    public abstract void Add(ModelCollection items, CapsuleModel item);

    public abstract void Remove(CapsuleModel item);

    public abstract void Move(ModelCollection to, CapsuleModel item, int index);

    public abstract CapsuleModel ItemAt(ModelCollection items, int index);

    public abstract ModelCollection Leaves(CapsuleModel item);

    /// <summary>Another collection of leaves.</summary>
    public abstract ModelCollection OtherLeaves(CapsuleModel root);

    public abstract CapsuleModel AddLeaf(ModelCollection leaves, string text);

    public abstract void SetLeaf(CapsuleModel leaf, string text);

    public abstract CapsuleModel Child(CapsuleModel item);

    public abstract void SetChild(CapsuleModel item, string text);

    public abstract string Title(CapsuleModel item);

    public abstract void SetTitle(CapsuleModel item, string title);

    public abstract string Description(CapsuleModel item);

    public abstract IReadOnlyList<string> List(CapsuleModel item);

    public abstract void SetList(CapsuleModel item, IReadOnlyList<string> list);
}
