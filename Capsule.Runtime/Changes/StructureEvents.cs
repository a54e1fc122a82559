using Capsule.Internals;

namespace Capsule.Changes;

/// <summary>
/// Makes of the steps of structure in a turn the fewest events that lead from the state before it to the state after it: each item has one
/// event at most, and each event can be applied when those before it have been.
/// </summary>
/// <remarks>
/// An item that a step concerned is, seen from the turn's end, one of four. <b>Staying</b>: it was in the tree and still is, below nothing new —
/// a move, unless it is where it was. <b>New</b> below something that stays — an add, with all that is inside. <b>Gone</b> — a remove, if what
/// held it stays; an item that was there and is now inside a new one is gone too, as the add of the new one brings it back. Anything else
/// is told by the event of what holds it, or was added and removed in the same turn: no event.
/// The order is that of each item's last step, but for two cases in which it could not be applied: items that stay but leave something that is
/// gone go first, and new items that hold something that was there before, or have the id of something that was, go last. And where one moved item ended up below another, moves
/// go first, the upper ones before the lower.
/// </remarks>
internal static class StructureEvents
{
    public static StructureEvent[] Of(ModelTree tree)
    {
        List<StructureEntry> steps = tree.Log.Structure;
        return steps.Count switch
        {
            0 => [],
            1 => OfOne(steps[0]),
            _ => OfMany(tree, steps),
        };
    }

    /// <summary>True if something above the model was added in this turn.</summary>
    public static bool IsInsideNew(CapsuleModel model)
    {
        CapsuleModel? above = model.Parent;
        while (above is not null && !above.IsUntracked)
        {
            above = above.Parent;
        }

        return above is not null;
    }

    private static StructureEvent[] OfOne(StructureEntry step) => step.Kind switch
    {
        StructureKind.Remove => [new(step.Kind, step.Item, step.From!, -1, null)],
        StructureKind.Move when step.From == step.To && step.FromIndex == step.ToIndex => [],
        _ => [new(step.Kind, step.Item, step.To!, step.ToIndex, step.From)],
    };

    private static StructureEvent[] OfMany(ModelTree tree, List<StructureEntry> steps)
    {
        List<ItemOutcome> outcomes = InOrder(Outcomes(tree, steps));
        var positions = new Positions(tree.Registry, steps, outcomes);
        var events = new List<StructureEvent>(outcomes.Count);
        bool anyHoldsFormer = outcomes.Exists(outcome => outcome.HoldsFormer);
        foreach (ItemOutcome outcome in outcomes)
        {
            if (positions.Apply(outcome) is { } happened && !IsToldByAnother(outcome, anyHoldsFormer))
            {
                events.Add(happened);
            }
        }

        return [.. events];
    }

    /// <summary>A child that another one takes the place of: the other one's event says both. Unless something new could have an id out of it: then it
    /// goes first, if there can be none for a while.</summary>
    private static bool IsToldByAnother(ItemOutcome outcome, bool anyHoldsFormer) =>
        outcome is { Kind: StructureKind.Remove, From: ChildSlot { Child: not null } slot } && !(anyHoldsFormer && slot.Place.IsNullable);

    private static List<ItemOutcome> Outcomes(ModelTree tree, List<StructureEntry> steps)
    {
        var byItem = new Dictionary<CapsuleModel, ItemOutcome>(steps.Count);
        for (int index = 0; index < steps.Count; index++)
        {
            StructureEntry step = steps[index];
            if (!byItem.TryGetValue(step.Item, out ItemOutcome? outcome))
            {
                byItem.Add(step.Item, outcome = new ItemOutcome(step.Item, step.From));
            }

            outcome.LastStep = index;
        }

        var outcomes = new List<ItemOutcome>(byItem.Count);
        foreach (ItemOutcome outcome in byItem.Values)
        {
            if (outcome.Settle(tree))
            {
                outcomes.Add(outcome);
            }

            if (outcome.HolderOfFormer() is { } holder && byItem.TryGetValue(holder, out ItemOutcome? add))
            {
                add.HoldsFormer = true;
            }
        }

        MarkIdsThatComeBack(tree, byItem.Values, outcomes);
        return outcomes;
    }

    /// <summary>A new model can have the id of one that is gone, which must be gone by then for those who apply the events too.</summary>
    private static void MarkIdsThatComeBack(ModelTree tree, IEnumerable<ItemOutcome> all, List<ItemOutcome> told)
    {
        List<ItemOutcome> added = told.FindAll(outcome => outcome.Kind == StructureKind.Insert);
        var gone = new HashSet<ModelId>();
        foreach (ItemOutcome outcome in all)
        {
            if (added.Count > 0 && !outcome.Item.IsUntracked && !tree.Registry.Holds(outcome.Item))
            {
                Subtree.Visit(outcome.Item, node => gone.Add(node.Id));
            }
        }

        if (gone.Count > 0)
        {
            added.ForEach(outcome => Subtree.Visit(outcome.Item, node => outcome.HoldsFormer |= gone.Contains(node.Id)));
        }
    }

    private static List<ItemOutcome> InOrder(List<ItemOutcome> outcomes)
    {
        bool nested = AnyMoveBelowAnother(outcomes);
        return
        [
            .. outcomes
                .OrderBy(outcome => Phase(outcome, nested))
                .ThenBy(outcome => nested && outcome.Kind == StructureKind.Move ? Depth(outcome.Item) : 0)
                .ThenBy(outcome => outcome.LastStep),
        ];
    }

    private static int Phase(ItemOutcome outcome, bool movesFirst) => outcome.Kind switch
    {
        StructureKind.Move when movesFirst || outcome.LeavesSomethingGone => 0,
        StructureKind.Insert when outcome.HoldsFormer => outcome.Item.Place is ChildSlot ? 2 : 3,
        _ => 1,
    };

    private static bool AnyMoveBelowAnother(List<ItemOutcome> outcomes)
    {
        HashSet<CapsuleModel>? moved = null;
        foreach (ItemOutcome outcome in outcomes)
        {
            if (outcome.Kind == StructureKind.Move && outcome.From != outcome.Item.Place)
            {
                (moved ??= []).Add(outcome.Item);
            }
        }

        return moved is { Count: > 1 } && moved.Any(item => IsBelowAny(item, moved));
    }

    private static bool IsBelowAny(CapsuleModel item, HashSet<CapsuleModel> others)
    {
        CapsuleModel? above = item.Parent;
        while (above is not null && !others.Contains(above))
        {
            above = above.Parent;
        }

        return above is not null;
    }

    private static int Depth(CapsuleModel item)
    {
        int depth = 0;
        for (CapsuleModel? above = item.Parent; above is not null; above = above.Parent)
        {
            depth++;
        }

        return depth;
    }
}
