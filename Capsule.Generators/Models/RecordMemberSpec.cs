namespace Capsule.Generators.Models;

/// <summary>A property of a record.</summary>
/// <param name="Name">In C#, escaped where it is a keyword.</param>
/// <param name="WireName">In JSON and TypeScript.</param>
/// <param name="Type">What it holds.</param>
/// <param name="IsPositional">Whether the constructor takes it; else it is set after that.</param>
/// <param name="Documentation">The comment above it as it is written, with its slashes; empty if there is none.</param>
internal sealed record RecordMemberSpec(string Name, string WireName, TypeRef Type, bool IsPositional, string Documentation);
