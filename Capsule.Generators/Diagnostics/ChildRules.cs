using Capsule.Generators.Parsing;
using Microsoft.CodeAnalysis;

namespace Capsule.Generators.Diagnostics;

/// <summary>Rules about one child model.</summary>
internal static class ChildRules
{
    public static Diagnostic? Check(IPropertySymbol property)
    {
        if (TypeProblem(property) is { } wrong)
        {
            return Diagnostic.Create(Descriptors.ChildShape, Places.OfType(property), property.Name, wrong);
        }

        string? problem = Shape.Problem(property) ?? (property.SetMethod is null ? null : "has a setter, but a child model is never replaced, only changed");
        return problem is null ? null : Diagnostic.Create(Descriptors.ChildShape, Places.OfName(property), property.Name, problem);
    }

    private static string? TypeProblem(IPropertySymbol property) =>
        !property.Type.IsModel() ? $"is a '{property.Type.ToDisplayString()}', which is no model"
        : property.Type.NullableAnnotation == NullableAnnotation.Annotated ? "is nullable, but a child model is always there"
        : Contains((INamedTypeSymbol)property.Type, property.ContainingType, []) ? $"would contain a '{property.ContainingType.Name}' again, and so on without end"
        : null;

    /// <summary>Whether a model has another as its child, as the child of a child, or is that other one.</summary>
    private static bool Contains(INamedTypeSymbol model, INamedTypeSymbol other, List<ISymbol> seen)
    {
        if (SymbolEqualityComparer.Default.Equals(model, other))
        {
            return true;
        }

        if (seen.Contains(model, SymbolEqualityComparer.Default))
        {
            return false;
        }

        seen.Add(model);
        return model.GetMembers().OfType<IPropertySymbol>()
            .Where(ModelMembers.IsChild)
            .Any(child => child.Type is INamedTypeSymbol type && Contains(type, other, seen));
    }
}
