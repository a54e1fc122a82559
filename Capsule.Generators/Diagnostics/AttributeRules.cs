using Capsule.Generators.Models;
using Capsule.Generators.Parsing;
using Microsoft.CodeAnalysis;

namespace Capsule.Generators.Diagnostics;

/// <summary>Rules about one attribute.</summary>
internal static class AttributeRules
{
    public const string Supported =
        "use a number, bool, char, string, Guid, Uri, a date or time, ReadOnlyMemory<byte>, an enum, a record of these, a nullable one of these, or an IReadOnlyList<T> or IReadOnlyDictionary<string, T> of them";

    public static Diagnostic? Check(IPropertySymbol property)
    {
        if (property.Has(KnownNames.Reference) && ReferenceRules.Check(property) is { } wrong)
        {
            return wrong;
        }

        if (TypeParser.ParseAttribute(property) is not { } type)
        {
            return Diagnostic.Create(Descriptors.UnsupportedType, Places.OfType(property), property.Name, property.Type.ToDisplayString(), Advice(property.Type));
        }

        return Problem(property) is { } problem
            ? Diagnostic.Create(Descriptors.AttributeShape, Places.OfName(property), property.Name, problem)
            : CheckEnum(property, type) ?? CheckRadio(property, type) ?? CheckStart(property, type) ?? ValidationRules.Check(property, type);
    }

    private static string? Problem(IPropertySymbol property) => Shape.Problem(property) ?? property switch
    {
        { SetMethod: null } => "has no setter: write '{ get; set; }', or '{ get; private set; }' if only the model itself may set it",
        { SetMethod.IsInitOnly: true } => "has an init accessor, but a model changes over time: write 'set' or 'private set'",
        _ => null,
    };

    private static Diagnostic? CheckEnum(IPropertySymbol property, TypeRef type) =>
        EnumRules.FirstProblem(property.Type, type) is { } found
            ? Diagnostic.Create(Descriptors.UnsuitableEnum, Places.OfType(property), property.Name, found.Name, found.Problem)
            : null;

    private static Diagnostic? CheckRadio(IPropertySymbol property, TypeRef type) =>
        property.Has(KnownNames.Radio) && type is not { Kind: ValueKind.Boolean, IsNullable: false }
            ? Diagnostic.Create(Descriptors.RadioType, Places.OfType(property), property.Name, property.Type.ToDisplayString())
            : null;

    private static Diagnostic? CheckStart(IPropertySymbol property, TypeRef type) =>
        type is { IsReference: true, IsNullable: false, StartsEmpty: false } && !PropertyParser.HasInitialValue(property, CancellationToken.None)
            ? Diagnostic.Create(Descriptors.NoInitialValue, Places.OfName(property), property.Name, property.Type.ToDisplayString())
            : null;

    private static string Advice(ITypeSymbol type) =>
        PropertyParser.ItemType(type) is not null ? "a collection of models needs [ChildCollection]"
        : type.IsModel() ? "a model needs [ChildModel] if it belongs here, or [Reference] if it stands elsewhere in the tree"
        : Supported;
}
