using Capsule.Generators.Models;
using Microsoft.CodeAnalysis;

namespace Capsule.Generators.Parsing;

/// <summary>Types of C# → what the wire can carry.</summary>
internal static class TypeParser
{
    /// <summary>The type, or null where no attribute may have it.</summary>
    public static TypeRef? Parse(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [ITypeSymbol inner] }
            ? ParseValue(inner, isNullable: true)
            : ParseValue(type, isNullable: false) ?? ParseReference(type);

    private static TypeRef? ParseValue(ITypeSymbol type, bool isNullable) => type switch
    {
        { SpecialType: SpecialType.System_Boolean } => new(ValueKind.Boolean, isNullable),
        { SpecialType: SpecialType.System_Int32 } => new(ValueKind.Int32, isNullable),
        { SpecialType: SpecialType.System_Double } => new(ValueKind.Double, isNullable),
        { TypeKind: TypeKind.Enum } => new(ValueKind.Enum, isNullable, EnumParser.Parse((INamedTypeSymbol)type)),
        { IsValueType: true } when type.Is("System", "Guid") => new(ValueKind.Guid, isNullable),
        { IsValueType: true } when type.Is("System", "DateTimeOffset") => new(ValueKind.DateTimeOffset, isNullable),
        _ => null,
    };

    private static TypeRef? ParseReference(ITypeSymbol type)
    {
        bool isNullable = type.NullableAnnotation == NullableAnnotation.Annotated;
        return type switch
        {
            { SpecialType: SpecialType.System_String } => new(ValueKind.String, isNullable),
            INamedTypeSymbol
            {
                OriginalDefinition.SpecialType: SpecialType.System_Collections_Generic_IReadOnlyList_T,
                TypeArguments: [{ SpecialType: SpecialType.System_String, NullableAnnotation: not NullableAnnotation.Annotated }],
            } => new(ValueKind.Strings, isNullable),
            _ => null,
        };
    }
}
