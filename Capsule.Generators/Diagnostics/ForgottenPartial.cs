using Capsule.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Capsule.Generators.Diagnostics;

/// <summary>Properties that look as if they were to be attributes, but are not partial.</summary>
internal static class ForgottenPartial
{
    private static readonly string[] ForPartialProperties =
        [KnownNames.ClientEditable, KnownNames.ServerOnly, KnownNames.Immutable, KnownNames.Radio, KnownNames.Reference, KnownNames.ChildCollection, KnownNames.ChildModel, KnownNames.Transient, KnownNames.SessionOwned];

    public static IEnumerable<IPropertySymbol> In(INamedTypeSymbol model) =>
        model.GetMembers().OfType<IPropertySymbol>().Where(static property => !property.IsPartialDefinition && !ModelMembers.IsOnServer(property) && IsForgotten(property));

    private static bool IsForgotten(IPropertySymbol property) =>
        ForPartialProperties.Any(property.Has)
        || (property.Has(KnownNames.VisibleTo) && !property.Has(KnownNames.Computed))
        || (property is { DeclaredAccessibility: Accessibility.Public, IsStatic: false, IsOverride: false, IsAbstract: false } && IsAuto(property));

    private static bool IsAuto(IPropertySymbol property) =>
        Places.Declarations(property).OfType<PropertyDeclarationSyntax>().Any(static declaration =>
            declaration.AccessorList is { } list && list.Accessors.Any(static accessor => accessor is { Body: null, ExpressionBody: null }));
}
