using System.Diagnostics.CodeAnalysis;

namespace Capsule;

/// <summary>Id → model or collection, of one tree.</summary>
/// <remarks>
/// Sets rather than a dictionary: nodes know their ids. And several of them, because the array of one grows beyond 85,000 bytes, where the garbage
/// collector seldom looks: there it would keep all models of a dropped tree alive until it does. Growing goes in small steps, too.
/// </remarks>
internal sealed class ModelRegistry
{
    private const int Sets = 16;

    private readonly HashSet<CapsuleNode>?[] _nodes = new HashSet<CapsuleNode>?[Sets];

    /// <summary>Models, without collections.</summary>
    public int ModelCount { get; private set; }

    public bool TryFind(ModelId id, [NotNullWhen(true)] out CapsuleNode? node)
    {
        node = null;
        return SetFor(id) is { } nodes && nodes.GetAlternateLookup<ModelId>().TryGetValue(id, out node);
    }

    /// <summary>Why a node cannot have an id.</summary>
    public static CapsuleException Taken(ModelId id) => new(ErrorCode.Conflict, $"The id {id} is taken: something else in the tree has it.");

    /// <summary>True if the node is in the tree now.</summary>
    public bool Holds(CapsuleNode node) => node.HasId && TryFind(node.Id, out CapsuleNode? found) && found == node;

    public void Add(CapsuleNode node)
    {
        ref HashSet<CapsuleNode>? nodes = ref SetFor(node.Id);
        nodes ??= new HashSet<CapsuleNode>(ById.Instance);
        if (!nodes.Add(node))
        {
            throw Taken(node.Id);
        }

        if (node is CapsuleModel)
        {
            ModelCount++;
        }
    }

    public void Remove(CapsuleNode node)
    {
        if (Holds(node) && SetFor(node.Id)!.Remove(node) && node is CapsuleModel)
        {
            ModelCount--;
        }
    }

    private ref HashSet<CapsuleNode>? SetFor(ModelId id) => ref _nodes[id.GetHashCode() & (Sets - 1)];

    private sealed class ById : IEqualityComparer<CapsuleNode>, IAlternateEqualityComparer<ModelId, CapsuleNode>
    {
        public static readonly ById Instance = new();

        public bool Equals(CapsuleNode? left, CapsuleNode? right) => left?.Id == right?.Id;

        public int GetHashCode(CapsuleNode node) => node.Id.GetHashCode();

        public bool Equals(ModelId id, CapsuleNode node) => node.Id == id;

        public int GetHashCode(ModelId id) => id.GetHashCode();

        public CapsuleNode Create(ModelId id) => throw new NotSupportedException("A node is made by its class; the registry only finds it.");
    }
}
