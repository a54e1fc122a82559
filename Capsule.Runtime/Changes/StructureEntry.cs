namespace Capsule.Changes;

/// <summary>What was done to the structure.</summary>
internal enum StructureKind
{
    Insert,
    Remove,
    Move,
}

/// <summary>One step of structure, with what is needed to undo it: the item stood at <paramref name="FromIndex"/> of <paramref name="From"/>
/// and stands at <paramref name="ToIndex"/> of <paramref name="To"/>, each as of that moment.</summary>
internal readonly record struct StructureEntry(
    StructureKind Kind, CapsuleModel Item, ModelCollection? From, int FromIndex, ModelCollection? To, int ToIndex);
