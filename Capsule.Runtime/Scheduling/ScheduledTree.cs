namespace Capsule;

/// <summary>A stored tree that has something to do at some time.</summary>
/// <param name="Tree">Which.</param>
/// <param name="Due">When its first call is due.</param>
public readonly record struct ScheduledTree(TreeAddress Tree, DateTimeOffset Due);
