namespace Capsule.Generators.Models;

/// <summary>A record that is a value: it has no identity and is replaced as a whole.</summary>
/// <param name="FullName">In C#, with <c>global::</c>.</param>
/// <param name="Name">For what is named after it: its full name without dots.</param>
/// <param name="MirrorName">The name of its interface in TypeScript.</param>
/// <param name="Documentation">The comment above it as it is written, with its slashes; empty if there is none.</param>
/// <param name="Members">Those of the constructor first, in its order.</param>
internal sealed record RecordSpec(string FullName, string Name, string MirrorName, string Documentation, EquatableArray<RecordMemberSpec> Members)
{
    /// <summary>Whether a value can be of a class that derives from it, whose further members no wire would carry.</summary>
    public bool IsSealed { get; init; }
}
