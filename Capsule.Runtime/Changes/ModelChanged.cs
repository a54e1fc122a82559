namespace Capsule;

/// <summary>One attribute differs from what it was.</summary>
/// <param name="Model">Whose attribute.</param>
/// <param name="Attribute">The property's name in C#.</param>
/// <param name="Previous">What it was.</param>
/// <param name="Value">What it is.</param>
public sealed record AttributeChanged(CapsuleModel Model, string Attribute, object? Previous, object? Value);

/// <summary>Some attributes of a model differ from what they were.</summary>
/// <param name="Model">Whose attributes.</param>
/// <param name="Attributes">Each one that differs.</param>
public sealed record ModelChanged(CapsuleModel Model, IReadOnlyList<AttributeChanged> Attributes);

/// <summary>What happened to a collection.</summary>
public enum CollectionChangeKind
{
    /// <summary>An item came in.</summary>
    Added,

    /// <summary>An item went.</summary>
    Removed,

    /// <summary>An item stands elsewhere: in this collection, or it came here from another.</summary>
    Moved,
}

/// <summary>An item of a collection came, went or moved.</summary>
/// <param name="Kind">Which of them.</param>
/// <param name="Collection">The collection; of a move, the one that the item is in now.</param>
/// <param name="Item">The item.</param>
/// <param name="Index">Where it is, or, of one removed, was.</param>
/// <param name="From">Of a move: the collection that it was in.</param>
public sealed record CollectionChanged(CollectionChangeKind Kind, ModelCollection Collection, CapsuleModel Item, int Index, ModelCollection? From = null);
