using Capsule.Changes;

namespace Capsule.Access.Seeing;

/// <summary>One event of structure as an audience is told it.</summary>
/// <param name="Kind">Insert: the item came into sight. Remove: it went out of it. Move: it stands elsewhere.</param>
/// <param name="Item">The item.</param>
/// <param name="Place">Where it is now or, of one that is gone, was.</param>
/// <param name="Index">Where it is among what the audience sees, once the events before have been applied; -1 for one that is gone.</param>
/// <param name="From">Of a move: where it was.</param>
internal readonly record struct SightEvent(StructureKind Kind, CapsuleModel Item, Place Place, int Index = -1, Place? From = null);
