using System.Collections.Immutable;
using Capsule.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Capsule.Generators.Diagnostics;

/// <summary>Rules about <c>[VisibleTo]</c>: what it names has to be there, and it has to name something, or what looks hidden is seen by all.</summary>
internal static class VisibilityRules
{
    public static Diagnostic? Check(IPropertySymbol property) =>
        property.Annotation(KnownNames.VisibleTo) is { } annotation && Problem(property, annotation) is { } problem
            ? Diagnostic.Create(Descriptors.NoRuleToAsk, Place(annotation, property), property.Name, problem)
            : null;

    /// <summary>What C# objects to itself is no text.</summary>
    private static string? Problem(IPropertySymbol property, AttributeData annotation) =>
        annotation.ConstructorArguments.Any(static one => one.Kind == TypedConstantKind.Error) ? null
        : annotation.FirstText() is { } rule ? ProblemOf(property.ContainingType, rule)
        : AccessParser.Requirement(property, KnownNames.VisibleTo) is null ? "[VisibleTo] names no rule, no roles and no policy: name one of them, or remove it"
        : null;

    private static string? ProblemOf(INamedTypeSymbol model, string rule)
    {
        ImmutableArray<ISymbol> found = ModelMembers.Bases(model).Prepend(model).Select(one => one.GetMembers(rule)).FirstOrDefault(static members => members.Length > 0);
        IMethodSymbol? method = found.IsDefault ? null : found.OfType<IMethodSymbol>().OrderByDescending(AccessParser.IsRule).FirstOrDefault();
        string? problem = method is null ? $"'{model.Name}' has no method '{rule}' of its own"
            : !AccessParser.IsRule(method) ? $"'{rule}' is no rule"
            : method.DeclaredAccessibility == Accessibility.Private && !SymbolEqualityComparer.Default.Equals(method.ContainingType, model) ? $"'{rule}' is private to '{method.ContainingType.Name}'"
            : null;
        return problem is null ? null : $"{problem}: write '{(method is null || AccessParser.IsRule(method) ? "protected" : Symbols.Keywords(method.DeclaredAccessibility))} bool {rule}(CapsuleUser user) => …;'";
    }

    /// <summary>The rule's name, or the annotation where there is none.</summary>
    private static Location Place(AttributeData annotation, IPropertySymbol property) =>
        annotation.ApplicationSyntaxReference?.GetSyntax() is AttributeSyntax { ArgumentList.Arguments: [{ NameEquals: null } argument, ..] }
            ? argument.GetLocation()
            : Places.OfAnnotation(annotation, property);
}
