using Capsule.Changes;

namespace Capsule;

/// <summary>The steps of structure: each is checked before anything happens, done, and written down for undoing.</summary>
public sealed partial class ModelTree
{
    /// <summary>How many steps of the running turn the collections' handlers have been told.</summary>
    private int _told;

    internal void Insert(ModelCollection collection, CapsuleModel item, int index) => Step(() =>
    {
        Place(collection, item, index);
        Log.Structure.Add(new(StructureKind.Insert, item, null, -1, collection, index));
    });

    internal void Remove(CapsuleModel item) => Step(() =>
    {
        ModelCollection from = item.Collection!;
        int index = from.IndexOf(item);
        Take(item, index);
        Log.Structure.Add(new(StructureKind.Remove, item, from, index, null, -1));
    });

    /// <param name="index">Where the item stands afterwards.</param>
    internal void Move(CapsuleModel item, ModelCollection to, int index) => Step(() =>
    {
        ModelCollection from = item.Collection!;
        int fromIndex = from.IndexOf(item);
        Shift(item, from, fromIndex, to, index);
        Log.Structure.Add(new(StructureKind.Move, item, from, fromIndex, to, index));
    });

    internal void Undo(StructureEntry entry)
    {
        switch (entry.Kind)
        {
            case StructureKind.Insert:
                Take(entry.Item, entry.ToIndex);
                break;
            case StructureKind.Remove:
                Place(entry.From!, entry.Item, entry.FromIndex);
                break;
            case StructureKind.Move:
                Shift(entry.Item, entry.To!, entry.ToIndex, entry.From!, entry.FromIndex);
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
        if (Registry.Holds(collection))
        {
            RegisterAll(item);
        }

        collection.InsertRaw(index, item);
    }

    private void Take(CapsuleModel item, int index)
    {
        item.Collection!.RemoveRaw(index);
        Subtree.Visit(item, Registry.Remove);
    }

    private void Shift(CapsuleModel item, ModelCollection from, int fromIndex, ModelCollection to, int toIndex)
    {
        bool wasIn = Registry.Holds(from);
        bool isIn = Registry.Holds(to);
        from.RemoveRaw(fromIndex);
        to.InsertRaw(toIndex, item);
        if (wasIn && !isIn)
        {
            Subtree.Visit(item, Registry.Remove);
        }
        else if (isIn && !wasIn)
        {
            RegisterAll(item);
        }
    }

    /// <summary>All of it or, if an id is taken, nothing. A tree whose root becomes an item of this one ends.</summary>
    private void RegisterAll(CapsuleModel item)
    {
        var registered = new List<CapsuleNode>();
        try
        {
            Subtree.Visit(item, node =>
            {
                node.RefuseToLeaveRunningTurn(this);
                Register(node);
                registered.Add(node);
            });
        }
        catch
        {
            registered.ForEach(Registry.Remove);
            throw;
        }

        registered.ForEach(Own);
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
