namespace Capsule.Changes;

/// <summary>A step of structure that a turn took, in words that outlast the models.</summary>
/// <param name="Kind">What was done.</param>
/// <param name="Item">To which item.</param>
/// <param name="From">Where it was before; means nothing for an insertion.</param>
/// <param name="Next">The sibling that stood behind it there; null if it was the last.</param>
/// <param name="Index">Its index there.</param>
internal readonly record struct FormerStep(StructureKind Kind, ModelId Item, PlaceName From, ModelId? Next, int Index);
