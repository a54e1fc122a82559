using Capsule.Internals;

namespace Capsule.Changes;

/// <summary>What the running turn of a tree has changed so far: which models have a before-image, and the steps of structure in order.</summary>
internal sealed class ChangeLog
{
    private readonly List<ImagePool> _pools = [];
    private ImagePool? _lastPool;

    /// <summary>Models with a before-image, in the order of their first change.</summary>
    public List<DirtyModel> Dirty { get; } = [];

    public List<StructureEntry> Structure { get; } = [];

    /// <summary>Nodes that took another id, with the one they had.</summary>
    public List<(CapsuleNode Node, ModelId Former)> Adoptions { get; } = [];

    /// <summary>What the steps come to, seen from the turn's end; known from the moment the turn settles.</summary>
    public StructureEvent[] Events { get; private set; } = [];

    /// <summary>Puts the model on the list and gives it an image.</summary>
    public BeforeImage Rent(CapsuleModel model)
    {
        Dirty.Add(new DirtyModel(model));
        return PoolOf(model.ModelType).Rent(model);
    }

    /// <summary>Finds out what really differs; true if anything does.</summary>
    public bool Compare(ModelTree tree)
    {
        Events = StructureEvents.Of(tree);
        bool differs = Events.Length > 0;
        foreach (DirtyModel dirty in Dirty)
        {
            CapsuleModel model = dirty.Model;
            BeforeImage image = model.ChangedImage!;
            image.Differing = model.Differences(image, model.Kept);
            differs |= image.Differing != 0;
        }

        return differs;
    }

    /// <summary>The turn stands: images go back, what was added is tracked from now on, what was removed is out.</summary>
    public void Accept()
    {
        foreach (DirtyModel dirty in Dirty)
        {
            CapsuleModel model = dirty.Model;
            model.HandlersOrNone?.Forget();
            PoolOf(model.ModelType).Return(model.Settle());
        }

        foreach (StructureEntry entry in Structure)
        {
            Subtree.Settle(entry.Item);
        }

        Clear();
    }

    /// <summary>The turn is undone: structure backwards, then the attributes.</summary>
    public void RollBack(ModelTree tree)
    {
        for (int index = Structure.Count - 1; index >= 0; index--)
        {
            tree.Undo(Structure[index]);
        }

        foreach (DirtyModel dirty in Dirty)
        {
            CapsuleModel model = dirty.Model;
            model.HandlersOrNone?.Forget();
            PoolOf(model.ModelType).Return(model.RollBack());
        }

        for (int index = Adoptions.Count - 1; index >= 0; index--)
        {
            tree.Rename(Adoptions[index].Node, Adoptions[index].Former);
        }

        foreach (StructureEntry entry in Structure)
        {
            Subtree.Settle(entry.Item);
        }

        Clear();
    }

    private void Clear()
    {
        Dirty.Clear();
        Structure.Clear();
        Events = [];
        Adoptions.Clear();
    }

    private ImagePool PoolOf(ModelType type) => _lastPool?.Type == type ? _lastPool : _lastPool = FindPool(type);

    /// <summary>On its own, because its lambda would make every call of <see cref="PoolOf"/> allocate.</summary>
    private ImagePool FindPool(ModelType type)
    {
        ImagePool? pool = _pools.Find(pool => pool.Type == type);
        if (pool is null)
        {
            _pools.Add(pool = new ImagePool(type));
        }

        return pool;
    }
}
