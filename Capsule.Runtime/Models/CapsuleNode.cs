namespace Capsule;

/// <summary>What has an id in a tree: a model or a collection. A tree is single-threaded; so are its nodes.</summary>
public abstract class CapsuleNode
{
    private ModelId _id;

    private protected CapsuleNode()
    {
    }

    /// <summary>The id; given when the node is attached to a tree or when it is first read, and never changed after.</summary>
    public ModelId Id
    {
        get
        {
            if (_id.IsEmpty)
            {
                _id = ModelId.New();
            }

            return _id;
        }
    }

    internal bool HasId => !_id.IsEmpty;

    /// <summary>True if a .NET user interface listens to it.</summary>
    internal abstract bool IsBound { get; }

    /// <summary>The tree that the node is in, or was in when the running turn began; null for one that stands outside of any.</summary>
    internal ModelTree? OwningTree { get; set; }

    /// <summary>True if the node was removed from its tree in a turn that is still running, and may yet be back where it was.</summary>
    internal bool IsLeaving => OwningTree is { InTurn: true } tree && !tree.Registry.Holds(this);

    /// <exception cref="InvalidOperationException">A turn of another tree, which could not be undone any more, has the node in it.</exception>
    internal void RefuseToLeaveRunningTurn(ModelTree? tree)
    {
        if (OwningTree is { InTurn: true } other && other != tree)
        {
            throw new InvalidOperationException(
                $"{Id} is in another tree whose turn is still running, or was removed from it in that turn. Add it when that turn has ended.");
        }
    }

    /// <summary>Gives the node its id. Only a node that no registry knows may take one.</summary>
    internal void Adopt(ModelId id) => _id = id;
}
