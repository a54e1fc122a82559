using Capsule.Generators.Parsing;
using Microsoft.CodeAnalysis;

namespace Capsule.Generators.Diagnostics;

/// <summary>Rules about one reference.</summary>
internal static class ReferenceRules
{
    public static Diagnostic? Check(IPropertySymbol property) =>
        TypeProblem(property) is { } wrong ? Diagnostic.Create(Descriptors.ReferenceShape, Places.OfType(property), property.Name, wrong)
        : PropertyParser.HasInitialValue(property, CancellationToken.None)
            ? Diagnostic.Create(Descriptors.ReferenceShape, Places.OfName(property), property.Name, "has an initial value, and a new model is in no tree whose models it could refer to: write no '= …' after it")
        : null;

    private static string? TypeProblem(IPropertySymbol property) =>
        !property.Type.IsModel() ? $"is a '{property.Type.ToDisplayString()}', which is no model"
        : property.NullableAnnotation != NullableAnnotation.Annotated ? $"is not nullable, and its target can be removed: write '{property.Type.Name}?'"
        : null;
}
