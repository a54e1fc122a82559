namespace Capsule;

/// <summary>A host tried to write a tree that it no longer owns.</summary>
public sealed class StoreConflictException(TreeAddress tree, long position) : Exception(
    $"The journal of {tree} does not go on at position {position}: another host has written it, or it was deleted. Load the tree again.")
{
    /// <summary>The tree.</summary>
    public TreeAddress Tree { get; } = tree;

    /// <summary>The position that was not the next.</summary>
    public long Position { get; } = position;
}
