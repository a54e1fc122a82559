using Capsule.Generators.Parsing;
using Microsoft.CodeAnalysis;

namespace Capsule.Generators.Diagnostics;

/// <summary>Rules about attributes, child collections and child models.</summary>
internal static class PropertyRules
{
    /// <summary>One bit of 64 marks a model whose changes nobody tracks.</summary>
    private const int MaxAttributes = 63;

    public static IEnumerable<Finding> Check(INamedTypeSymbol model, Compilation compilation)
    {
        int attributes = ModelMembers.Bases(model).Sum(static above => ModelMembers.Attributes(above).Count() + ModelMembers.OnServer(above).Count());
        foreach (IPropertySymbol property in ModelMembers.PartialProperties(model))
        {
            if (ModelMembers.IsAttribute(property) && ++attributes > MaxAttributes)
            {
                yield return new(property, Diagnostic.Create(Descriptors.TooManyAttributes, Places.OfName(property), property.Name, attributes, model.Name));
            }
            else if (HasUnknownType(property.Type))
            {
                yield return new(property, null);
            }
            else if (CheckPartial(property) is { } diagnostic)
            {
                // While a member is required, the factory cannot make an instance.
                yield return new(property.IsRequired ? model : property, diagnostic);
            }
        }

        foreach (IPropertySymbol property in ModelMembers.OnServer(model))
        {
            if (++attributes > MaxAttributes)
            {
                yield return new(property, Diagnostic.Create(Descriptors.TooManyAttributes, Places.OfName(property), property.Name, attributes, model.Name));
            }
            else if (!ComputedRules.MayBeAttribute(property))
            {
                yield return new(property, null);
            }
        }

        foreach (IPropertySymbol property in ForgottenPartial.In(model))
        {
            yield return new(property, Diagnostic.Create(Descriptors.PropertyNotPartial, Places.OfName(property), property.Name));
        }
    }

    /// <summary>Whether C# does not know the type either.</summary>
    public static bool HasUnknownType(ITypeSymbol type) =>
        type.TypeKind == TypeKind.Error || type is INamedTypeSymbol { TypeArguments: var arguments } && arguments.Any(HasUnknownType);

    private static Diagnostic? CheckPartial(IPropertySymbol property) =>
        Annotations.Check(property)
        ?? VisibilityRules.Check(property)
        ?? RequirementRules.Check(property)
        ?? SessionOwnedRules.Check(property)
        ?? (ModelMembers.IsCollection(property) ? CollectionRules.Check(property)
            : ModelMembers.IsChild(property) ? ChildRules.Check(property)
            : AttributeRules.Check(property));
}
