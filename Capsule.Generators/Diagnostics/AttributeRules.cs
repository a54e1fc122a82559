using Capsule.Generators.Models;
using Capsule.Generators.Parsing;
using Microsoft.CodeAnalysis;

namespace Capsule.Generators.Diagnostics;

/// <summary>Rules about one attribute.</summary>
internal static class AttributeRules
{
    public const string Supported =
        "use bool, int, double, string, Guid, DateTimeOffset, an enum, a nullable one of these, or IReadOnlyList<string>";

    public static Diagnostic? Check(IPropertySymbol property)
    {
        if (TypeParser.Parse(property.Type) is not { } type)
        {
            return Diagnostic.Create(Descriptors.UnsupportedType, Places.OfType(property), property.Name, property.Type.ToDisplayString(), Advice(property.Type));
        }

        return Problem(property) is { } problem
            ? Diagnostic.Create(Descriptors.AttributeShape, Places.OfName(property), property.Name, problem)
            : CheckEnum(property, type) ?? ValidationRules.Check(property, type);
    }

    private static string? Problem(IPropertySymbol property) => Shape.Problem(property) ?? property switch
    {
        { SetMethod: null } => "has no setter: write '{ get; set; }', or '{ get; private set; }' if only the model itself may set it",
        { SetMethod.IsInitOnly: true } => "has an init accessor, but a model changes over time: write 'set' or 'private set'",
        _ => null,
    };

    private static Diagnostic? CheckEnum(IPropertySymbol property, TypeRef type) =>
        type.Enum is not null && EnumRules.Problem(property.Type) is { } problem
            ? Diagnostic.Create(Descriptors.UnsuitableEnum, Places.OfType(property), property.Name, property.Type.WithNullableAnnotation(NullableAnnotation.None).ToDisplayString(), problem)
            : null;

    private static string Advice(ITypeSymbol type) =>
        PropertyParser.ItemType(type) is not null ? "a collection of models needs [ChildCollection]"
        : type.IsModel() ? "a single model needs [ChildModel]"
        : Supported;
}
