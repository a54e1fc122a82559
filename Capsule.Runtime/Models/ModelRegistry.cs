using System.Diagnostics.CodeAnalysis;

namespace Capsule;

/// <summary>Id → model or collection, of one tree.</summary>
internal sealed class ModelRegistry
{
    private readonly Dictionary<ModelId, CapsuleNode> _nodes = [];

    /// <summary>Models, without collections.</summary>
    public int ModelCount { get; private set; }

    public bool TryFind(ModelId id, [NotNullWhen(true)] out CapsuleNode? node) => _nodes.TryGetValue(id, out node);

    /// <summary>True if the node is in the tree now.</summary>
    public bool Holds(CapsuleNode node) => node.HasId && _nodes.TryGetValue(node.Id, out CapsuleNode? found) && found == node;

    public void Add(CapsuleNode node)
    {
        if (!_nodes.TryAdd(node.Id, node))
        {
            throw new CapsuleException(ErrorCode.Conflict, $"The id {node.Id} is taken: something else in the tree has it.");
        }

        if (node is CapsuleModel)
        {
            ModelCount++;
        }
    }

    public void Remove(CapsuleNode node)
    {
        if (Holds(node) && _nodes.Remove(node.Id) && node is CapsuleModel)
        {
            ModelCount--;
        }
    }
}
