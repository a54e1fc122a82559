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
    }

    /// <summary>The event of this outcome; null if the item is where it was.</summary>
    public StructureEvent? Apply(ItemOutcome outcome)
    {
        outcome.IsPending = false;
        ModelCollection collection = outcome.Collection;
        if (outcome.Kind == StructureKind.Remove)
        {
            Leave(collection, outcome.Item);
            return new(outcome.Kind, outcome.Item, collection, -1, null);
        }

        bool within = outcome.From == collection;
        int before = -1;
        if (outcome.Kind == StructureKind.Move)
        {
            before = Leave(outcome.From!, outcome.Item);
        }

        int index = Enter(collection, outcome.Item);
        return within && index == before ? null : new(outcome.Kind, outcome.Item, collection, index, outcome.From);
    }

    private void Count(ModelCollection collection) =>
        CollectionsMarshal.GetValueRefOrAddDefault(_eventCounts, collection, out _)++;

    private int Leave(ModelCollection collection, CapsuleModel item)
    {
        if (!_registry.Holds(collection))
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
