using System.ComponentModel;
using Capsule.Internals;

namespace Capsule;

/// <summary>
/// The base of every class with <see cref="CapsuleModelAttribute"/>; the generator adds it. A model works alone: a new one is the root of a
/// tree of its own, each change of it is a turn of its own, and <see cref="ModelTree.Turn(Action, bool)"/> groups changes.
/// </summary>
/// <remarks>Not thread-safe: a tree of models belongs to one thread at a time.</remarks>
public abstract partial class CapsuleModel : CapsuleNode
{
    /// <summary>The model that this one is below: its collection's owner, or the one whose child it is. Null at the root.</summary>
    public CapsuleModel? Parent { get; private set; }

    /// <summary>The collection that this model is an item of; null for a root and for a child model.</summary>
    public ModelCollection? Collection => Place is ChildSlot ? null : Place;

    /// <summary>The collection, or the place of a replaceable child, that this model is in.</summary>
    internal ModelCollection? Place { get; private set; }

    /// <summary>The tree. A model that stands alone gets one of its own, with the topmost model above it as root.</summary>
    public ModelTree Tree
    {
        get
        {
            ModelTree tree = TrackingTree;
            tree.IsKnown = true;
            return tree;
        }
    }

    /// <summary>The tree, made if need be for the models' own use: nobody else gets to know it.</summary>
    internal ModelTree TrackingTree => OwningTree ?? new ModelTree(Topmost());

    /// <summary>Whether it is below something <see cref="TransientAttribute"/> in its tree.</summary>
    internal bool IsTransient { get; set; }

    /// <summary>Where in its collection the model was put last: where to look for it first.</summary>
    internal int PositionHint { get; set; }

    /// <summary>Where audiences keep what they were told of it; 0 as long as none of them sees it.</summary>
    internal int Slot { get; set; }

    /// <summary>How many audiences keep something there.</summary>
    internal int Seers { get; set; }

    /// <summary>Describes the class.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal abstract ModelType ModelType { get; }

    /// <summary>The nearest model above this one that is a <typeparamref name="TModel"/>, or null.</summary>
    public TModel? Ancestor<TModel>()
        where TModel : class
    {
        CapsuleModel? model = Parent;
        while (model is not null and not TModel)
        {
            model = model.Parent;
        }

        return model as TModel;
    }

    /// <summary>The model of the same tree with this id, or null.</summary>
    public CapsuleModel? ModelGetter(ModelId id) => Tree.Find<CapsuleModel>(id);

    /// <summary>True if <paramref name="other"/> is this model or above it.</summary>
    internal bool IsWithin(CapsuleModel other)
    {
        CapsuleModel? model = this;
        while (model is not null && model != other)
        {
            model = model.Parent;
        }

        return model is not null;
    }

    internal CapsuleModel Topmost()
    {
        CapsuleModel model = this;
        while (model.Parent is { } parent)
        {
            model = parent;
        }

        return model;
    }

    /// <summary>The collection with this number, in the order of <see cref="ModelType.Collections"/>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal virtual ModelCollection CollectionAt(int index) => throw new ArgumentOutOfRangeException(nameof(index));

    /// <summary>The child model with this number, in the order of <see cref="ModelType.Children"/>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal virtual CapsuleModel? ChildAt(int index) => throw new ArgumentOutOfRangeException(nameof(index));

    /// <summary>Makes a fresh collection this model's own.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected TCollection AttachCollection<TCollection>(TCollection collection, int index)
        where TCollection : ModelCollection
    {
        collection.BelongTo(this, index);
        return collection;
    }

    /// <summary>Makes a fresh model a child of this one.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected TModel AttachChild<TModel>(TModel child, int index)
        where TModel : CapsuleModel
    {
        _ = index;
        child.Parent = this;
        return child;
    }

    /// <summary>Makes the place of a child that can be replaced, with the child that it starts with.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected ChildSlot AttachSlot(int index, CapsuleModel? child = null)
    {
        var slot = new ChildSlot();
        slot.BelongTo(this, index);
        if (child is not null)
        {
            slot.InsertRaw(0, child);
        }

        return slot;
    }

    /// <summary>The place of the child model with this number; null for one that cannot be replaced.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal virtual ChildSlot? SlotAt(int index) => null;

    internal void EnterCollection(ModelCollection collection, int position)
    {
        Parent = collection.Owner;
        Place = collection;
        PositionHint = position;
    }

    internal void LeaveCollection()
    {
        Parent = null;
        Place = null;
    }
}
