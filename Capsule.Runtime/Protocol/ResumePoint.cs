namespace Capsule.Protocol;

/// <summary>What a client that comes back has of the tree. Immutable.</summary>
/// <param name="Epoch">The epoch in which <paramref name="Seq"/> counts.</param>
/// <param name="Seq">The last batch that it applied, 0 or more.</param>
/// <param name="View">The tag of what it was shown.</param>
public sealed record ResumePoint(string Epoch, long Seq, string View);
