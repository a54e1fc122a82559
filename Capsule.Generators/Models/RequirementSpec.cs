namespace Capsule.Generators.Models;

/// <summary>What a user must have.</summary>
/// <param name="Roles">One of these; none: any.</param>
/// <param name="Policy">The name of an authorization policy, or null.</param>
internal sealed record RequirementSpec(EquatableArray<string> Roles, string? Policy);
