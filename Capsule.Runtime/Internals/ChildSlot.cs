using System.Collections.Specialized;
using System.ComponentModel;

namespace Capsule.Internals;

/// <summary>The place of a child model that can be replaced: inside, it is a collection of one item at most, so that it is entered, left and undone as any
/// other. It has no id, and nobody outside sees it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ChildSlot : ModelCollection
{
    /// <summary>The model in it.</summary>
    public CapsuleModel? Child => Items.Count == 0 ? null : Items[0];

    internal ChildInfo Place => Owner.ModelType.Children[Number];

    internal override bool IsTransient => Owner.IsTransient;

    internal override string MemberName => Place.Name;

    internal override ModelType ItemType => Place.Type;

    internal override bool IsBound => Owner.IsBound;

    /// <summary>Puts another model in, or none.</summary>
    /// <exception cref="InvalidOperationException">It is somewhere already, or above this place.</exception>
    public void Set(CapsuleModel? child)
    {
        if (child == Child)
        {
            return;
        }

        if (child is not null)
        {
            RefuseUnlessFree(child);
        }

        if (Owner.OwningTree is { } tree)
        {
            tree.Turn(() => Replace(child));
        }
        else
        {
            Replace(child);
        }
    }

    /// <summary>Whether the model that it belongs to is there: it is in no registry itself.</summary>
    internal override bool IsIn(ModelRegistry registry) => registry.Holds(Owner);

    internal override void Tell(NotifyCollectionChangedEventArgs change) => Owner.Tell(Place.Property);

    internal override bool MayAdd(CapsuleUser user, CapsuleModel item) => Owner.CanEdit(user);

    internal override bool MayMove(CapsuleUser user, CapsuleModel item) => false;

    internal override bool MayRemove(CapsuleUser user, CapsuleModel item) => Owner.CanEdit(user);

    private void Replace(CapsuleModel? child)
    {
        Clear();
        if (child is not null)
        {
            InsertItem(0, child);
        }
    }
}
