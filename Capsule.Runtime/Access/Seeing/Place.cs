using Capsule.Internals;

namespace Capsule.Access.Seeing;

/// <summary>Where models stand below another one: a collection of it, or the place of a child.</summary>
/// <param name="Owner">The model above.</param>
/// <param name="Member">64 and the collection's number, or 128 and the child's, as <see cref="CapsuleModel.Shows"/> has them.</param>
internal readonly record struct Place(CapsuleModel Owner, int Member)
{
    public const int Collections = 64;

    public const int Children = 128;

    public bool IsCollection => Member < Children;

    public ModelCollection Collection => Owner.CollectionAt(Member - Collections);

    /// <summary>Whether what stands in it is not stored.</summary>
    public bool IsTransient => Owner.IsTransient || (IsCollection && Owner.ModelType.Collections[Member - Collections].IsTransient);

    /// <summary>Its place among all members of the owner that hold models.</summary>
    public int Index => IsCollection ? Member - Collections : Owner.ModelType.Collections.Length + Member - Children;

    /// <summary>What the place is declared to hold.</summary>
    public ModelType Declared => IsCollection ? Collection.ItemType : Owner.ModelType.Children[Member - Children].Type;

    public static Place Of(ModelCollection collection) => new(collection.Owner, (collection is ChildSlot ? Children : Collections) + collection.Number);

    /// <summary>Where a model stands; null for the root, and for what is nowhere.</summary>
    public static Place? Of(CapsuleModel model)
    {
        if (model.Place is { } collection)
        {
            return Of(collection);
        }

        if (model.Parent is not { } parent)
        {
            return null;
        }

        int child = 0;
        while (parent.ChildAt(child) != model)
        {
            child++;
        }

        return new(parent, Children + child);
    }

    /// <summary>All places below a model.</summary>
    public static IEnumerable<Place> Below(CapsuleModel owner)
    {
        for (int index = 0; index < owner.ModelType.Collections.Length; index++)
        {
            yield return new(owner, Collections + index);
        }

        for (int index = 0; index < owner.ModelType.Children.Length; index++)
        {
            yield return new(owner, Children + index);
        }
    }

    /// <summary>What stands in it.</summary>
    public IReadOnlyList<CapsuleModel> Items() =>
        IsCollection ? Collection.Items : Owner.ChildAt(Member - Children) is { } child ? [child] : [];

    public bool Equals(Place other) => ReferenceEquals(Owner, other.Owner) && Member == other.Member;

    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(Owner) * 397 ^ Member;
}
