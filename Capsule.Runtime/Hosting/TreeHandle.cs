using Capsule.Internals;

namespace Capsule;

/// <summary>Names a tree, wherever it is. Immutable and thread-safe.</summary>
/// <typeparam name="TRoot">The class of its root.</typeparam>
public sealed class TreeHandle<TRoot>
    where TRoot : CapsuleModel, ICapsuleModel<TRoot>
{
    private readonly ICapsuleHost _host;

    internal TreeHandle(ICapsuleHost host, TreeAddress address)
    {
        _host = host;
        Address = address;
    }

    /// <summary>Which tree.</summary>
    public TreeAddress Address { get; }

    /// <summary>The root, to call its exposed methods.</summary>
    public ModelHandle<TRoot> Root => new(_host, Address, null);

    /// <summary>A model of the tree, to call its exposed methods.</summary>
    public ModelHandle<TModel> Model<TModel>(ModelId id)
        where TModel : CapsuleModel => new(_host, Address, id);
}
