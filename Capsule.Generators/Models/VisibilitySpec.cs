namespace Capsule.Generators.Models;

/// <summary>Who sees a member.</summary>
/// <param name="Requirement">What a user must have, or null.</param>
/// <param name="Rule">The method of the model that is asked, escaped where its name is a keyword, or null.</param>
internal sealed record VisibilitySpec(RequirementSpec? Requirement, string? Rule);
