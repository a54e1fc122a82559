using Capsule.Generators.Models;
using Capsule.Generators.Writing;
using Microsoft.CodeAnalysis;

namespace Capsule.Generators.Parsing;

/// <summary>Who may see and do what, as the annotations say it.</summary>
internal static class AccessParser
{
    /// <summary>The roles and the policy that an annotation names; null where it names none.</summary>
    public static RequirementSpec? Requirement(ISymbol member, string annotation) => member.Annotation(annotation) is { } data ? Requirement(data) : null;

    public static VisibilitySpec? Visibility(IPropertySymbol property) => property.Annotation(KnownNames.VisibleTo) is { } data
        ? new(Requirement(data), data.FirstText() is { } rule ? Identifier.Escape(rule) : null)
        : null;

    /// <summary>What a rule of seeing looks like: <c>bool Rule(CapsuleUser user)</c>.</summary>
    public static bool IsRule(IMethodSymbol method) =>
        method is { MethodKind: MethodKind.Ordinary, IsGenericMethod: false, RefKind: RefKind.None, ReturnType.SpecialType: SpecialType.System_Boolean, Parameters: [{ RefKind: RefKind.None, IsParams: false } user] }
        && user.Type.Is(KnownNames.Namespace, KnownNames.CapsuleUser);

    private static RequirementSpec? Requirement(AttributeData data)
    {
        EquatableArray<string> roles = Roles(data.Argument("Roles") as string).ToEquatableArray();
        string? policy = data.Argument("Policy") as string;
        return roles.Count == 0 && policy is null ? null : new(roles, policy);
    }

    /// <summary>As ASP.NET Core's own attribute has them: with commas between.</summary>
    public static IEnumerable<string> Roles(string? roles) =>
        (roles ?? "").Split(',').Select(static role => role.Trim()).Where(static role => role.Length > 0);
}
