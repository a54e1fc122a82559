namespace Capsule.Changes;

/// <summary>What a turn did to one item, seen from its end. <paramref name="Index"/> is right when the events before it have been applied.</summary>
/// <param name="Kind">Insert: the item is new. Remove: it is gone. Move: it stands elsewhere.</param>
/// <param name="Item">The item.</param>
/// <param name="Collection">Where it is now or, of one that is gone, was.</param>
/// <param name="Index">Where it is now; -1 for one that is gone.</param>
/// <param name="From">Of a move: the collection that it was in before the turn.</param>
internal readonly record struct StructureEvent(
    StructureKind Kind, CapsuleModel Item, ModelCollection Collection, int Index, ModelCollection? From);
