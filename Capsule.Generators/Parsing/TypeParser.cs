using System.Collections.Immutable;
using Capsule.Generators.Models;
using Microsoft.CodeAnalysis;

namespace Capsule.Generators.Parsing;

/// <summary>Types of C# → what the wire can carry.</summary>
internal static class TypeParser
{
    /// <summary>The type of an attribute, or null where it may not have it.</summary>
    public static TypeRef? ParseAttribute(IPropertySymbol property) =>
        !property.Has(KnownNames.Reference) ? Parse(property.Type)
        : property.Type.IsModel() ? new(ValueKind.Reference, IsNullable: true, Target: Target(property.Type))
        : null;

    private static TargetSpec Target(ITypeSymbol type)
    {
        string typeName = Symbols.FullName(type.WithNullableAnnotation(NullableAnnotation.NotAnnotated));
        return new(typeName, WireNames.OfModel(type), type.IsAbstract)
        {
            FormerNames = FormerNames.Of(type),
            Family = PropertyParser.FamilyOf(type),
            Mirror = Families.Mirror(typeName, WireNames.OfModel(type), PropertyParser.FamilyOf(type)),
        };
    }

    /// <summary>The type, or null where nothing on the wire may have it.</summary>
    public static TypeRef? Parse(ITypeSymbol type) => Parse(type, ImmutableStack<ISymbol>.Empty);

    /// <summary>As the other, within records.</summary>
    public static TypeRef? Parse(ITypeSymbol type, ImmutableStack<ISymbol> around) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [ITypeSymbol inner] }
            ? ParseValue(inner, isNullable: true)
            : ParseValue(type, isNullable: false) ?? ParseReference(type, around);

    private static TypeRef? ParseValue(ITypeSymbol type, bool isNullable) =>
        !type.IsValueType ? null
        : type.TypeKind == TypeKind.Enum ? new(ValueKind.Enum, isNullable, EnumParser.Parse((INamedTypeSymbol)type))
        : (OfSpecialType(type.SpecialType) ?? OfSystem(type)) is { } kind ? new(kind, isNullable)
        : null;

    private static ValueKind? OfSpecialType(SpecialType type) => type switch
    {
        SpecialType.System_Boolean => ValueKind.Boolean,
        SpecialType.System_Byte => ValueKind.Byte,
        SpecialType.System_SByte => ValueKind.SByte,
        SpecialType.System_Int16 => ValueKind.Int16,
        SpecialType.System_UInt16 => ValueKind.UInt16,
        SpecialType.System_Int32 => ValueKind.Int32,
        SpecialType.System_UInt32 => ValueKind.UInt32,
        SpecialType.System_Int64 => ValueKind.Int64,
        SpecialType.System_UInt64 => ValueKind.UInt64,
        SpecialType.System_Single => ValueKind.Single,
        SpecialType.System_Double => ValueKind.Double,
        SpecialType.System_Decimal => ValueKind.Decimal,
        SpecialType.System_Char => ValueKind.Char,
        SpecialType.System_DateTime => ValueKind.DateTime,
        _ => null,
    };

    private static ValueKind? OfSystem(ITypeSymbol type) => type switch
    {
        _ when type.Is("System", "Guid") => ValueKind.Guid,
        _ when type.Is("System", "DateTimeOffset") => ValueKind.DateTimeOffset,
        _ when type.Is("System", "DateOnly") => ValueKind.DateOnly,
        _ when type.Is("System", "TimeOnly") => ValueKind.TimeOnly,
        _ when type.Is("System", "TimeSpan") => ValueKind.TimeSpan,
        INamedTypeSymbol { TypeArguments: [{ SpecialType: SpecialType.System_Byte }] } when type.Is("System", "ReadOnlyMemory`1") => ValueKind.Bytes,
        _ => null,
    };

    private static TypeRef? ParseReference(ITypeSymbol type, ImmutableStack<ISymbol> around)
    {
        bool isNullable = type.NullableAnnotation == NullableAnnotation.Annotated;
        return type switch
        {
            { SpecialType: SpecialType.System_String } => new(ValueKind.String, isNullable),
            INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Collections_Generic_IReadOnlyList_T, TypeArguments: [ITypeSymbol item] } =>
                Parse(item, around) switch
                {
                    null => null,
                    { Kind: ValueKind.String, IsNullable: false } => new(ValueKind.Strings, isNullable),
                    TypeRef element => new(ValueKind.List, isNullable, Element: element),
                },
            INamedTypeSymbol { MetadataName: "IReadOnlyDictionary`2", TypeArguments: [{ SpecialType: SpecialType.System_String }, ITypeSymbol entry] } dictionary
                when dictionary.ContainingNamespace.ToDisplayString() == "System.Collections.Generic" =>
                Parse(entry, around) is { } element ? new(ValueKind.Dictionary, isNullable, Element: element) : null,
            _ when type.Is("System", "Uri") => new(ValueKind.Uri, isNullable),
            _ => RecordParser.Parse(type, around) is { } record ? new(ValueKind.Record, isNullable, Record: record) : null,
        };
    }
}
