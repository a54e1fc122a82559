using Capsule.Generators.Parsing;
using Microsoft.CodeAnalysis;

namespace Capsule.Generators.Diagnostics;

/// <summary>Rules about one child collection.</summary>
internal static class CollectionRules
{
    public static Diagnostic? Check(IPropertySymbol property)
    {
        if (TypeProblem(property.Type) is { } wrong)
        {
            return Diagnostic.Create(Descriptors.CollectionShape, Places.OfType(property), property.Name, wrong);
        }

        string? problem = Shape.Problem(property) ?? (property.SetMethod is null ? null : "has a setter, but a collection is never replaced, only changed");
        return problem is null ? null : Diagnostic.Create(Descriptors.CollectionShape, Places.OfName(property), property.Name, problem);
    }

    private static string? TypeProblem(ITypeSymbol type) =>
        PropertyParser.ItemType(type) is not { } item ? $"is a '{type.ToDisplayString()}'"
        : type.NullableAnnotation == NullableAnnotation.Annotated ? "is nullable, but a collection is always there"
        : !item.IsModel() ? $"has items of type '{item.ToDisplayString()}', which is no model"
        : type.IsAbstract || !Constructors.HasUsable((INamedTypeSymbol)type) ? $"is a '{type.ToDisplayString()}', which has no public or internal constructor without parameters"
        : null;
}
