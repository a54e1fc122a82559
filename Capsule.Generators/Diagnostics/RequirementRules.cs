using Capsule.Generators.Parsing;
using Microsoft.CodeAnalysis;

namespace Capsule.Generators.Diagnostics;

/// <summary>Rules about <c>Roles</c> and <c>Policy</c> of an annotation: one that is empty looks as if it asked for something, and lets everybody pass.</summary>
internal static class RequirementRules
{
    private static readonly string[] _annotations = [KnownNames.VisibleTo, KnownNames.ClientEditable, KnownNames.ChildCollection, KnownNames.Exposed];

    public static Diagnostic? Check(ISymbol member) =>
        _annotations.Select(name => Check(member, name)).FirstOrDefault(static problem => problem is not null);

    private static Diagnostic? Check(ISymbol member, string name) =>
        member.Annotation(name) is { } annotation && (EmptyRoles(annotation) ?? EmptyPolicy(annotation)) is { } empty
            ? Diagnostic.Create(Descriptors.EmptyRequirement, Places.OfAnnotation(annotation, member), member.Name, Annotations.Short(name), empty)
            : null;

    private static string? EmptyRoles(AttributeData annotation) => annotation.Argument("Roles") is string roles && !AccessParser.Roles(roles).Any() ? "Roles" : null;

    private static string? EmptyPolicy(AttributeData annotation) => annotation.Argument("Policy") is string policy && string.IsNullOrWhiteSpace(policy) ? "Policy" : null;
}
