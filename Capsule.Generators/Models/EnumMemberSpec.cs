namespace Capsule.Generators.Models;

/// <summary>A member of an enum.</summary>
/// <param name="Name">In C#, escaped where it is a keyword.</param>
/// <param name="WireName">In JSON and TypeScript.</param>
internal sealed record EnumMemberSpec(string Name, string WireName)
{
    /// <summary>What people call it, where <c>[Display]</c> says so.</summary>
    public string? Label { get; init; }
}
