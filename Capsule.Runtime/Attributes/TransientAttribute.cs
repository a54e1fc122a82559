namespace Capsule;

/// <summary>
/// Keeps this attribute, or this child collection with all that is in it, out of the store: who is here, where their cursors are. It is sent like any other, tracked and undone like any other, and gone
/// when the tree is loaded again: the attribute then has its initial value, the collection is empty.
/// </summary>
/// <remarks>A turn of a client that sets, adds and removes nothing else is not written to the store, so such changes may come often. An item does not move between a collection that is stored and one that is
/// not; a stored <see cref="ReferenceAttribute"/> to something that is not stored is null when the tree is loaded again.</remarks>
[AttributeUsage(AttributeTargets.Property)]
public sealed class TransientAttribute : Attribute;
