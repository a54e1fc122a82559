using Capsule.Changes;

namespace Capsule;

/// <summary>An ordered child collection, whatever its items are; <see cref="ModelCollection{TModel}"/> is the typed one.</summary>
/// <remarks>Not thread-safe: it belongs to its tree's thread. Looking an item up is quick where it was last seen and a walk where not.</remarks>
public abstract partial class ModelCollection : CapsuleNode
{
    private CapsuleModel? _owner;
    private protected ModelCollection()
    {
    }

    /// <summary>Raised inside the turn, at its end, for each step of structure; a move from one collection to another is raised on both. See
    /// <see cref="CapsuleModel.Changed"/>.</summary>
    public event Action<CollectionChanged>? Changed;

    /// <summary>The model that the collection belongs to.</summary>
    public CapsuleModel Owner => _owner ?? throw new InvalidOperationException("The collection has no owner yet. Declare it as a property with [ChildCollection].");

    /// <summary>The name on the wire.</summary>
    public string Name => MemberName;

    /// <summary>How many items there are.</summary>
    public int Count => Items.Count;

    /// <summary>Which of its owner's collections it is; of a child's place, which of its children.</summary>
    internal int Number { get; private set; }

    internal List<CapsuleModel> Items { get; } = [];

    /// <summary>Whether what is in it is not stored.</summary>
    internal virtual bool IsTransient => Info.IsTransient || Owner.IsTransient;

    internal virtual string MemberName => Info.Name;

    internal virtual ModelType ItemType => Info.ItemType;

    internal CollectionInfo Info => Owner.ModelType.Collections[Number];

    /// <summary>The index of an item, or -1.</summary>
    public int IndexOf(CapsuleModel item)
    {
        if (item is null || item.Place != this)
        {
            return -1;
        }

        int hint = item.PositionHint;
        if ((uint)hint >= (uint)Items.Count || Items[hint] != item)
        {
            item.PositionHint = hint = Items.FindIndex(other => ReferenceEquals(other, item));
        }

        return hint;
    }

    /// <summary>True if the item is in this collection.</summary>
    public bool Contains(CapsuleModel item) => item is not null && item.Place == this;

    /// <summary>Asks the rule for adding, of the collection's class.</summary>
    internal abstract bool MayAdd(CapsuleUser user, CapsuleModel item);

    /// <summary>Asks the rule for moving, of the collection's class.</summary>
    internal abstract bool MayMove(CapsuleUser user, CapsuleModel item);

    /// <summary>Asks the rule for removing, of the collection's class.</summary>
    internal abstract bool MayRemove(CapsuleUser user, CapsuleModel item);

    internal void BelongTo(CapsuleModel owner, int number)
    {
        _owner = owner;
        Number = number;
    }

    internal bool Raise(CollectionChanged change)
    {
        Changed?.Invoke(change);
        return Changed is not null;
    }

    /// <summary>Whether what is in it is in the tree of this registry.</summary>
    internal virtual bool IsIn(ModelRegistry registry) => registry.Holds(this);

    internal void InsertRaw(int index, CapsuleModel item)
    {
        Items.Insert(index, item);
        item.EnterCollection(this, index);
    }

    internal void RemoveRaw(int index)
    {
        Items[index].LeaveCollection();
        Items.RemoveAt(index);
    }

    /// <summary>Puts a model in that is in no collection.</summary>
    /// <exception cref="InvalidOperationException">It is somewhere already, or is what the collection is below of.</exception>
    internal void InsertItem(int index, CapsuleModel item)
    {
        RefuseUnlessFree(item);
        if (TreeOf(item) is { } tree)
        {
            tree.Insert(this, item, index);
        }
        else
        {
            item.RefuseToLeaveRunningTurn(null);
            if (item.OwningTree is not null)
            {
                Subtree.Visit(item, Subtree.StopTracking);
            }

            InsertRaw(index, item);
            item.YieldToPresent(this);
        }
    }

    internal void RemoveItem(CapsuleModel item)
    {
        if (TreeOf(item) is { } tree)
        {
            tree.Remove(item);
        }
        else
        {
            RemoveRaw(IndexOf(item));
        }
    }

    /// <summary>Removes what a constructor put in.</summary>
    internal void Clear()
    {
        while (Count > 0)
        {
            RemoveItem(Items[^1]);
        }
    }

    /// <summary>Moves an item of this collection, or of another in the same tree, so that it stands at <paramref name="index"/> afterwards.</summary>
    internal void MoveItem(CapsuleModel item, int index)
    {
        if (item.Collection is not { } from || from.OwningTree != OwningTree)
        {
            throw new ArgumentException("Only an item of a collection in the same tree can be moved. Add a model that is nowhere yet.", nameof(item));
        }

        RefuseCycle(item);
        int target = Math.Clamp(index, 0, from == this ? Count - 1 : Count);
        if (from == this && IndexOf(item) == target)
        {
            return;
        }

        if (TreeOf(item) is { } tree)
        {
            tree.Move(item, this, target);
        }
        else
        {
            from.RemoveRaw(from.IndexOf(item));
            InsertRaw(target, item);
            item.YieldToPresent(this);
        }
    }

    /// <summary>Whose turn a step is part of: this collection's tree or, where the collection is in none, the one that the item is leaving,
    /// so that the item is nowhere else when that turn is undone.</summary>
    private ModelTree? TreeOf(CapsuleModel item) => Owner.OwningTree ?? (item.IsLeaving ? item.OwningTree : null);

    private protected void RefuseUnlessFree(CapsuleModel item)
    {
        ArgumentNullException.ThrowIfNull(item);
        if (item.Parent is not null)
        {
            throw new InvalidOperationException(
                $"The {item.ModelType.Name} {item.Id} is in {item.Parent.ModelType.Name} {item.Parent.Id} already. Remove it there first, or move it.");
        }

        RefuseCycle(item);
    }

    private void RefuseCycle(CapsuleModel item)
    {
        if (Owner.IsWithin(item))
        {
            throw new InvalidOperationException($"The {item.ModelType.Name} {item.Id} cannot be put below itself.");
        }
    }
}
