using Capsule.Generators.Models;
using Microsoft.CodeAnalysis;

namespace Capsule.Generators.Parsing.Computed;

/// <summary>Questions about the types of expressions.</summary>
internal static class ValueTypes
{
    /// <summary>The kind of value without its nullability; null for what is no single value.</summary>
    public static ValueKind? KindOf(ITypeSymbol? type) => type is null ? null : WithoutNull(type) switch
    {
        { SpecialType: SpecialType.System_String } => ValueKind.String,
        { IsValueType: true } value => TypeParser.Parse(value)?.Kind,
        var other when other.Is("System", "Uri") => ValueKind.Uri,
        _ => null,
    };

    public static ITypeSymbol WithoutNull(ITypeSymbol type) => IsNullableValue(type) ? ((INamedTypeSymbol)type).TypeArguments[0] : type;

    public static bool IsNullableValue(ITypeSymbol? type) => type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T };

    /// <summary>Whether a value of the type can be null, as far as its own kind goes.</summary>
    public static bool CanBeNull(ITypeSymbol type) => type.IsReferenceType || IsNullableValue(type);

    public static bool IsInteger(ValueKind? kind) => IsNarrow(kind) || IsLong(kind);

    /// <summary>Whether it is a bigint.</summary>
    public static bool IsLong(ValueKind? kind) => kind is ValueKind.Int64 or ValueKind.UInt64;

    /// <summary>Whether it is an integer that a number holds.</summary>
    public static bool IsNarrow(ValueKind? kind) =>
        kind is ValueKind.Byte or ValueKind.SByte or ValueKind.Int16 or ValueKind.UInt16 or ValueKind.Int32 or ValueKind.UInt32;

    public static bool IsReal(ValueKind? kind) => kind is ValueKind.Single or ValueKind.Double;

    public static bool IsNumber(ValueKind? kind) => IsInteger(kind) || IsReal(kind) || kind == ValueKind.Decimal;

    /// <summary>Whether a user sees it as a Date, and expressions as its text, which has every tick.</summary>
    public static bool IsMoment(ValueKind? kind) => kind is ValueKind.DateTime or ValueKind.DateTimeOffset;

    /// <summary>The kind by the name that the client knows, in quotes.</summary>
    public static string NameOf(ValueKind kind) => kind switch
    {
        ValueKind.Byte => "\"byte\"",
        ValueKind.SByte => "\"sbyte\"",
        ValueKind.Int16 => "\"int16\"",
        ValueKind.UInt16 => "\"uint16\"",
        ValueKind.UInt32 => "\"uint32\"",
        ValueKind.Int64 => "\"int64\"",
        ValueKind.UInt64 => "\"uint64\"",
        _ => "\"int32\"",
    };

    /// <summary>What a sequence of values holds; null for what is none.</summary>
    public static ITypeSymbol? ElementOf(ITypeSymbol? type) => type switch
    {
        null => null,
        { SpecialType: SpecialType.System_String } => null,
        IArrayTypeSymbol array => array.ElementType,
        _ when PropertyParser.ItemType(type) is { } item => item,
        INamedTypeSymbol { TypeArguments: [var only] } named when Sequences.Contains(named.MetadataName) => only,
        _ => null,
    };

    public static bool IsDictionary(ITypeSymbol? type) => type is INamedTypeSymbol { MetadataName: "IReadOnlyDictionary`2" };

    private static readonly HashSet<string> Sequences = new(StringComparer.Ordinal)
    {
        "IEnumerable`1", "IReadOnlyList`1", "IReadOnlyCollection`1", "IOrderedEnumerable`1", "List`1", "ReadOnlySpan`1",
    };
}
