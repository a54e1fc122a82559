using System.Diagnostics.CodeAnalysis;
using Capsule.Access;
using Capsule.Changes;

namespace Capsule;

/// <summary>A root model and all below it: one registry of ids, one log of changes, one sequence of batches.</summary>
/// <remarks>Single-threaded: use a tree from one thread at a time. On a server the host sees to it.</remarks>
public sealed partial class ModelTree
{
    internal ModelTree(CapsuleModel root)
    {
        Root = root;
        Transients = root.ModelType.Transients;
        RegisterAll(root);
        Subtree.Settle(root);
    }

    /// <summary>The top model.</summary>
    public CapsuleModel Root { get; }

    /// <summary>How many models are in the tree, the root included.</summary>
    public int Count => Registry.ModelCount;

    /// <summary>The number of the last batch that was published; 0 before the first.</summary>
    public long Seq { get; private set; }

    /// <summary>Where the time of turns and of new ids comes from.</summary>
    public TimeProvider Time { get; internal set; } = TimeProvider.System;

    /// <summary>How far clients may let the tree grow.</summary>
    internal TreeLimits Limits { get; set; } = TreeLimits.None;

    internal ModelRegistry Registry { get; } = new();

    internal ChangeLog Log { get; } = new();

    /// <summary>What an import is making equal to its data, with all below it; null while none is.</summary>
    internal CapsuleModel? Replaced { get; set; }

    internal Bindings Bindings { get; } = new();

    /// <summary>True from the moment somebody asks for the tree. What a model does before, in its constructor perhaps, nobody can have heard of: it
    /// is part of how the tree begins.</summary>
    internal bool IsKnown { get; set; }

    /// <summary>True as long as no turn has changed anything: only then can an import give the root and its children their ids.</summary>
    internal bool IsFresh { get; private set; } = true;

    /// <summary>The model with this id, or null if there is none of that class.</summary>
    public TModel? Find<TModel>(ModelId id)
        where TModel : CapsuleModel => TryFind(id, out TModel? model) ? model : null;

    /// <summary>The collection with this id, or null.</summary>
    public ModelCollection? FindCollection(ModelId id) => TryFind(id, out ModelCollection? collection) ? collection : null;

    /// <summary>Whether what is written says itself on which item of the collection a radio is true. Of an import, that is so for all but the topmost model.</summary>
    internal bool LetsRadiosBe(CapsuleModel item) => IsApplying || (Replaced is not null && Replaced != item);

    internal bool TryFind<TNode>(ModelId id, [NotNullWhen(true)] out TNode? found)
        where TNode : CapsuleNode
    {
        found = Registry.TryFind(id, out CapsuleNode? node) ? node as TNode : null;
        return found is not null;
    }

    /// <summary>A new id, of this moment.</summary>
    internal ModelId NewId() => ModelId.New(Time.GetUtcNow());

    /// <summary>Gives a node the id that it has elsewhere. Only a fresh tree allows it: nobody can have heard of the old one.</summary>
    internal void Reidentify(CapsuleNode node, ModelId id)
    {
        if (!IsFresh)
        {
            throw new CapsuleException(ErrorCode.Conflict, $"The data have the id {id} where the tree has {node.Id}, and an id never changes.");
        }

        if (Registry.TryFind(id, out _))
        {
            throw ModelRegistry.Taken(id);
        }

        Log.Adoptions.Add((node, node.Id));
        Rename(node, id);
    }

    internal void Rename(CapsuleNode node, ModelId id)
    {
        Registry.Remove(node);
        node.Adopt(id);
        Registry.Add(node);
    }

    /// <summary>The tree was loaded: others have heard of it, up to this batch.</summary>
    internal void GoOnFrom(long seq)
    {
        Seq = seq;
        IsFresh = false;
    }

    private void Register(CapsuleNode node)
    {
        if (!node.HasId)
        {
            node.Adopt(NewId());
        }

        Registry.Add(node);
    }

    /// <summary>What comes from elsewhere is new here, whatever it was there.</summary>
    private void Own(CapsuleNode node)
    {
        if (node.OwningTree != this)
        {
            Subtree.StopTracking(node);
            node.OwningTree = this;
            Bindings.Exist |= node.IsBound;
            if (node is CapsuleModel { HandlersOrNone.Computed: not null } watched)
            {
                Watch(watched);
            }
        }
    }
}
