using Capsule.Generators.Models;
using Capsule.Generators.Writing;

namespace Capsule.Generators.Emitting.CSharp;

/// <summary>What the description of a member says of who sees and changes it.</summary>
internal static class Requirements
{
    /// <summary>The initializer behind the constructor; empty where nothing is said.</summary>
    public static string Of((string Name, RequirementSpec? Requirement) doing, VisibilitySpec? visibility, params string[] others)
    {
        string facts = string.Join(", ", Facts(doing, visibility).Concat(others));
        return facts.Length == 0 ? "" : $" {{ {facts} }}";
    }

    private static IEnumerable<string> Facts((string Name, RequirementSpec? Requirement) doing, VisibilitySpec? visibility)
    {
        if (doing.Requirement is { } needed)
        {
            yield return $"{doing.Name} = {Code(needed)}";
        }

        if (visibility?.Requirement is { } seen)
        {
            yield return $"VisibleTo = {Code(seen)}";
        }

        if (visibility?.Rule is not null)
        {
            yield return "HasRule = true";
        }
    }

    private static string Code(RequirementSpec requirement) =>
        $"new([{string.Join(", ", requirement.Roles.Select(Literal.Of))}]{(requirement.Policy is { } policy ? $", {Literal.Of(policy)}" : "")})";
}
