namespace Capsule.Protocol;

/// <summary>What a client asks for, one step of a turn. Immutable, as are all kinds of it.</summary>
public abstract record Op
{
    private protected Op()
    {
    }
}

/// <summary>Sets attributes of a model; refused whole if one of them is not allowed.</summary>
/// <param name="Id">The model.</param>
/// <param name="Change">An object: attribute to new value.</param>
/// <param name="Was">An object: attribute to the value that it must have now; absent where there is no such condition.</param>
public sealed record SetOp(ModelId Id, RawJson Change, RawJson Was = default) : Op;

/// <summary>Sets an attribute back to its declared initial value.</summary>
/// <param name="Id">The model.</param>
/// <param name="Property">The attribute.</param>
public sealed record UnsetOp(ModelId Id, string Property) : Op;

/// <summary>Adds to a number, whatever it is by then.</summary>
/// <param name="Id">The model.</param>
/// <param name="Property">The attribute.</param>
/// <param name="By">A number, or a string of digits for the types that travel so.</param>
public sealed record IncrementOp(ModelId Id, string Property, RawJson By) : Op;

/// <summary>Adds a model, and all that its data holds, to a collection.</summary>
/// <param name="Collection">The collection.</param>
/// <param name="Data">An object: an xport, or flat attributes.</param>
/// <param name="Place">Where in the collection.</param>
public sealed record AddOp(ModelId Collection, RawJson Data, Placement Place = default) : Op;

/// <summary>Removes a model and all below it. Nothing happens if it is not there.</summary>
/// <param name="Id">The model.</param>
public sealed record DeleteOp(ModelId Id) : Op;

/// <summary>Moves an item within its collection, or to another one of the same item type.</summary>
/// <param name="Collection">The collection in which the item is to stand afterwards.</param>
/// <param name="Id">The item.</param>
/// <param name="Place">Where in that collection; the index is the one after the move.</param>
public sealed record MoveOp(ModelId Collection, ModelId Id, Placement Place = default) : Op;

/// <summary>Calls an exposed method.</summary>
/// <param name="Id">The model.</param>
/// <param name="Method">The method's wire name.</param>
/// <param name="Args">An array, one value per argument.</param>
public sealed record CallOp(ModelId Id, string Method, RawJson Args) : Op;

/// <summary>Takes back what an earlier turn of the same client did, where it still stands.</summary>
/// <param name="Turn">The turn's number, 1 or more.</param>
public sealed record UndoOp(long Turn) : Op;

/// <summary>Does again what an undo took back.</summary>
/// <param name="Turn">The number of the turn that was undone, 1 or more.</param>
public sealed record RedoOp(long Turn) : Op;
