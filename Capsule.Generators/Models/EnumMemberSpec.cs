namespace Capsule.Generators.Models;

/// <summary>A member of an enum.</summary>
/// <param name="Name">In C#, escaped where it is a keyword.</param>
/// <param name="WireName">In JSON and TypeScript.</param>
internal sealed record EnumMemberSpec(string Name, string WireName);
