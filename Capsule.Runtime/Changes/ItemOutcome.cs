namespace Capsule.Changes;

/// <summary>What became of an item by the end of a turn. <paramref name="from"/> is the collection that it was in before, null for a new one.</summary>
internal sealed class ItemOutcome(CapsuleModel item, ModelCollection? from)
{
    public CapsuleModel Item { get; } = item;

    public ModelCollection? From { get; } = from;

    public StructureKind Kind { get; private set; }

    /// <summary>The number of the last step that concerned the item.</summary>
    public int LastStep { get; set; }

    /// <summary>A move out of something that the turn removed.</summary>
    public bool LeavesSomethingGone { get; private set; }

    /// <summary>A new item in which something is that was in the tree before, or that has the id of something gone.</summary>
    public bool HoldsFormer { get; set; }

    /// <summary>The event has not been made yet.</summary>
    public bool IsPending { get; set; } = true;

    /// <summary>The collection whose order the event changes.</summary>
    public ModelCollection Collection => Kind == StructureKind.Remove ? From! : Item.Place!;

    /// <summary>Decides what happened, and if it is to be told.</summary>
    public bool Settle(ModelTree tree)
    {
        bool isNew = Item.IsUntracked;
        bool stays = tree.Registry.Holds(Item) && !StructureEvents.IsInsideNew(Item);
        if (stays)
        {
            Kind = isNew ? StructureKind.Insert : StructureKind.Move;
            LeavesSomethingGone = !isNew && !Stays(tree, From!.Owner);
            return true;
        }

        Kind = StructureKind.Remove;
        return !isNew && From is not null && Stays(tree, From.Owner);
    }

    /// <summary>Of an item that was there before: the topmost new model above it.</summary>
    public CapsuleModel? HolderOfFormer()
    {
        CapsuleModel? holder = null;
        for (CapsuleModel? above = Item.IsUntracked ? null : Item.Parent; above is not null; above = above.Parent)
        {
            if (above.IsUntracked)
            {
                holder = above;
            }
        }

        return holder;
    }

    private static bool Stays(ModelTree tree, CapsuleModel model) =>
        !model.IsUntracked && tree.Registry.Holds(model) && !StructureEvents.IsInsideNew(model);
}
