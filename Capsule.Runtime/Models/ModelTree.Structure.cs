using Capsule.Changes;
using Capsule.Internals;

namespace Capsule;

/// <summary>The steps of structure: each is checked before anything happens, done, and written down for undoing.</summary>
public sealed partial class ModelTree
{
    /// <summary>How many steps of the running turn the collections' handlers have been told.</summary>
    private int _told;

    internal void Insert(ModelCollection collection, CapsuleModel item, int index)
    {
        RefuseOtherKindOfPlace(collection, item);
        Step(() =>
        {
            Place(collection, item, index);
            Log.Structure.Add(new(StructureKind.Insert, item, null, -1, collection, index));
            Yield(item, collection);
        });
    }

    internal void Remove(CapsuleModel item) => Step(() =>
    {
        ModelCollection from = item.Place!;
        int index = from.IndexOf(item);
        Take(item, index);
        Log.Structure.Add(new(StructureKind.Remove, item, from, index, null, -1));
    });

    /// <param name="index">Where the item stands afterwards.</param>
    internal void Move(CapsuleModel item, ModelCollection to, int index) => Step(() =>
    {
        ModelCollection from = item.Place!;
        RefuseOtherStorage(item, to);
        int fromIndex = from.IndexOf(item);
        Shift(item, from, fromIndex, to, index);
        Log.Structure.Add(new(StructureKind.Move, item, from, fromIndex, to, index));
        Yield(item, to);
    });

    private void Yield(CapsuleModel item, ModelCollection collection)
    {
        if (!LetsRadiosBe(item))
        {
            item.YieldToPresent(collection);
        }
    }

    /// <summary>There is no event for a model that changes from an item to a child, or from one child to another.</summary>
    private void RefuseOtherKindOfPlace(ModelCollection place, CapsuleModel item)
    {
        ModelCollection? former = item.IsUntracked ? place : LastPlace(item);
        if (former != place && (former is ChildSlot || place is ChildSlot))
        {
            throw new InvalidOperationException(
                $"The {item.ModelType.Name} {item.Id} was elsewhere in this tree when the turn began, and a child model does not move. Put it here in a turn of its own.");
        }
    }

    /// <summary>The place that the running turn took the item from; that is seldom long ago.</summary>
    private ModelCollection? LastPlace(CapsuleModel item)
    {
        int step = Log.Structure.Count - 1;
        while (step >= 0 && Log.Structure[step].Item != item)
        {
            step--;
        }

        return step < 0 ? null : Log.Structure[step].From;
    }

    /// <summary>Takes a step back. A collection outside of the tree may have changed meanwhile without a log: there, an item is looked for where it is.</summary>
    internal void Undo(StructureEntry entry)
    {
        switch (entry.Kind)
        {
            case StructureKind.Insert:
                Take(entry.Item, entry.To!.IndexOf(entry.Item));
                break;
            case StructureKind.Remove:
                Place(entry.From!, entry.Item, Math.Min(entry.FromIndex, entry.From!.Count));
                break;
            case StructureKind.Move:
                int former = Math.Min(entry.FromIndex, entry.From!.Count - (entry.From == entry.To ? 1 : 0));
                Shift(entry.Item, entry.To!, entry.To!.IndexOf(entry.Item), entry.From!, former);
                break;
        }
    }

    /// <summary>A step outside of a turn is a turn of its own. A step that throws has done nothing.</summary>
    private void Step(Action step)
    {
        bool opened = OpenTurn();
        try
        {
            step();
        }
        catch
        {
            if (opened)
            {
                RollBack();
            }

            throw;
        }

        if (opened)
        {
            Commit();
        }
    }

    /// <summary>Puts an item in, and into the registry with all below it, unless the collection itself is out of the tree.</summary>
    private void Place(ModelCollection collection, CapsuleModel item, int index)
    {
        if (collection.IsIn(Registry))
        {
            RegisterAll(item, collection);
        }

        collection.InsertRaw(index, item);
    }

    private void Take(CapsuleModel item, int index)
    {
        item.Place!.RemoveRaw(index);
        Subtree.Visit(item, Leave);
    }

    private void Shift(CapsuleModel item, ModelCollection from, int fromIndex, ModelCollection to, int toIndex)
    {
        bool wasIn = from.IsIn(Registry);
        bool isIn = to.IsIn(Registry);
        from.RemoveRaw(fromIndex);
        to.InsertRaw(toIndex, item);
        if (wasIn && !isIn)
        {
            Subtree.Visit(item, Leave);
        }
        else if (isIn && !wasIn)
        {
            RegisterAll(item, to);
        }
    }

    /// <summary>All of it or, if an id is taken, nothing. A tree whose root becomes an item of this one ends.</summary>
    private void RegisterAll(CapsuleModel item, ModelCollection? place = null)
    {
        var registered = new List<CapsuleNode>();
        try
        {
            Subtree.Visit(item, node =>
            {
                node.RefuseToLeaveRunningTurn(this);
                Register(node);
                registered.Add(node);
                CheckTransients(node, item, place);
            });
        }
        catch
        {
            registered.ForEach(Registry.Remove);
            throw;
        }

        registered.ForEach(node => EnterTransients(node, item, place));
        registered.ForEach(Own);
        registered.ForEach(EnterReferences);
        registered.ForEach(EnterComputed);
    }

    private bool RaiseStructure()
    {
        bool raised = false;
        for (; _told < Log.Structure.Count; _told++)
        {
            StructureEntry entry = Log.Structure[_told];
            raised |= entry.Kind switch
            {
                StructureKind.Insert => entry.To!.Raise(new(CollectionChangeKind.Added, entry.To, entry.Item, entry.ToIndex)),
                StructureKind.Remove => entry.From!.Raise(new(CollectionChangeKind.Removed, entry.From, entry.Item, entry.FromIndex)),
                _ => RaiseMoved(entry.From!, entry.To!, new(CollectionChangeKind.Moved, entry.To!, entry.Item, entry.ToIndex, entry.From)),
            };
        }

        return raised;
    }

    private static bool RaiseMoved(ModelCollection from, ModelCollection to, CollectionChanged moved) =>
        (from != to && from.Raise(moved)) | to.Raise(moved);
}
