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

        if (property.Type.IsAbstract && property.NullableAnnotation != NullableAnnotation.Annotated)
        {
            return Diagnostic.Create(Descriptors.AbstractChild, Places.OfType(property), property.Name, property.Type.Name);
        }

        string? problem = Shape.Problem(property) ?? property switch
        {
            { SetMethod.IsInitOnly: true } => "has an init accessor, but a child model can be replaced at any time or never: write 'set', or no setter",
            { SetMethod: null, NullableAnnotation: NullableAnnotation.Annotated } => "is nullable and has no setter, so it would always be null: write '{ get; set; }' or '{ get; private set; }'",
            _ => null,
        };
        return problem is null ? null : Diagnostic.Create(Descriptors.ChildShape, Places.OfName(property), property.Name, problem);
    }

    private static string? TypeProblem(IPropertySymbol property) =>
        !property.Type.IsModel() ? $"is a '{property.Type.ToDisplayString()}', which is no model"
        : property.NullableAnnotation != NullableAnnotation.Annotated && Contains((INamedTypeSymbol)property.Type, property.ContainingType, []) ? $"would contain a '{property.ContainingType.Name}' again, and so on without end"
        : null;

    /// <summary>Whether a model always has another as its child, as the child of a child, or is that other one.</summary>
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
            .Where(static property => ModelMembers.IsChild(property) && property.NullableAnnotation != NullableAnnotation.Annotated)
            .Any(child => child.Type is INamedTypeSymbol type && Contains(type, other, seen));
    }
}
