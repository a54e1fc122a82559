using System.Runtime.InteropServices;

namespace Capsule.Changes;

/// <summary>
/// Follows each collection from its order before the turn to its order after it, event by event, as whoever applies the events will.
/// An item is put behind the nearest one before it that has no event to come: those stand among themselves as they will in the end,
/// so when the last event has been made, all do.
/// </summary>
internal sealed class Positions
{
    private readonly ModelRegistry _registry;
    private readonly List<StructureEntry> _steps;
    private readonly Dictionary<CapsuleModel, ItemOutcome> _outcomes = [];
    private readonly Dictionary<ModelCollection, int> _eventCounts = [];
    private readonly Dictionary<ModelCollection, List<CapsuleModel>> _followed = [];

    public Positions(ModelRegistry registry, List<StructureEntry> steps, List<ItemOutcome> outcomes)
    {
        _registry = registry;
        _steps = steps;
        foreach (ItemOutcome outcome in outcomes)
        {
            _outcomes.Add(outcome.Item, outcome);
            Count(outcome.Collection);
            if (outcome.Kind == StructureKind.Move && outcome.From != outcome.Collection)
            {
                Count(outcome.From!);
            }
        }

        foreach (IGrouping<ModelCollection, ItemOutcome> moved in outcomes.Where(IsWithinOne).GroupBy(outcome => outcome.Collection))
        {
            KeepUnmoved(moved.Key);
        }
    }

    /// <summary>The event of this outcome; null if the item is where it was.</summary>
    public StructureEvent? Apply(ItemOutcome outcome)
    {
        if (!outcome.IsPending)
        {
            return null;
        }

        outcome.IsPending = false;
        ModelCollection collection = outcome.Collection;
        if (outcome.Kind == StructureKind.Remove)
        {
            Leave(collection, outcome.Item);
            return new(outcome.Kind, outcome.Item, collection, -1, null);
        }

        bool within = IsWithinOne(outcome);
        int before = -1;
        if (outcome.Kind == StructureKind.Move)
        {
            before = Leave(outcome.From!, outcome.Item);
        }

        int index = Enter(collection, outcome.Item);
        return within && index == before ? null : new(outcome.Kind, outcome.Item, collection, index, outcome.From);
    }

    private static bool IsWithinOne(ItemOutcome outcome) => outcome.Kind == StructureKind.Move && outcome.From == outcome.Collection;

    /// <summary>Of the items that were moved about in a collection, as many as possible have no event: those that are between the same untouched
    /// ones as before, and in order among themselves.</summary>
    private void KeepUnmoved(ModelCollection collection)
    {
        Dictionary<CapsuleModel, (int Gap, int Index)> before = Gaps(Follow(collection));
        List<CapsuleModel> unmoved = [];
        foreach ((CapsuleModel item, (int gap, _)) in Gaps(collection.Items).OrderBy(entry => entry.Value.Index))
        {
            if (before.TryGetValue(item, out (int Gap, int Index) former) && former.Gap == gap && IsWithinOne(_outcomes[item]))
            {
                unmoved.Add(item);
            }
        }

        foreach (int index in LongestRun.Of([.. unmoved.Select(item => before[item].Index)]))
        {
            _outcomes[unmoved[index]].IsPending = false;
            _eventCounts[collection]--;
        }
    }

    /// <summary>Of each item with an event to come: behind how many without one it stands, and where.</summary>
    private Dictionary<CapsuleModel, (int Gap, int Index)> Gaps(List<CapsuleModel> order)
    {
        var gaps = new Dictionary<CapsuleModel, (int Gap, int Index)>();
        int untouched = 0;
        for (int index = 0; index < order.Count; index++)
        {
            if (!_outcomes.ContainsKey(order[index]))
            {
                untouched++;
            }
            else
            {
                gaps.Add(order[index], (untouched, index));
            }
        }

        return gaps;
    }

    private void Count(ModelCollection collection) =>
        CollectionsMarshal.GetValueRefOrAddDefault(_eventCounts, collection, out _)++;

    private int Leave(ModelCollection collection, CapsuleModel item)
    {
        if (!collection.IsIn(_registry))
        {
            return -1;
        }

        List<CapsuleModel> order = Follow(collection);
        int index = order.LastIndexOf(item);
        if (index >= 0)
        {
            order.RemoveAt(index);
        }

        return index;
    }

    private int Enter(ModelCollection collection, CapsuleModel item)
    {
        int final = collection.IndexOf(item);
        if (_eventCounts[collection] == 1)
        {
            return final;
        }

        List<CapsuleModel> order = Follow(collection);
        int behind = final - 1;
        while (behind >= 0 && _outcomes.TryGetValue(collection.Items[behind], out ItemOutcome? other) && other.IsPending)
        {
            behind--;
        }

        int index = behind < 0 ? 0 : order.LastIndexOf(collection.Items[behind]) + 1;
        order.Insert(index, item);
        return index;
    }

    /// <summary>The collection's order as of the events made so far: at first, that from before the turn.</summary>
    private List<CapsuleModel> Follow(ModelCollection collection)
    {
        if (_followed.TryGetValue(collection, out List<CapsuleModel>? order))
        {
            return order;
        }

        order = [.. collection.Items];
        for (int index = _steps.Count - 1; index >= 0; index--)
        {
            StructureEntry step = _steps[index];
            if (step.To == collection)
            {
                order.RemoveAt(step.ToIndex);
            }

            if (step.From == collection)
            {
                order.Insert(step.FromIndex, step.Item);
            }
        }

        _followed.Add(collection, order);
        return order;
    }
}
