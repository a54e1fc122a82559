using Capsule.Generators.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Capsule.Generators.Parsing.Computed;

/// <summary>When values are equal, and which comes first.</summary>
internal static class Comparisons
{
    /// <summary>Whether two values are equal; null of types that have no such question here.</summary>
    public static Script? Equality(Translation translation, ITypeSymbol? type, Script left, Script right, bool isNegative = false)
    {
        ValueKind? kind = ValueTypes.KindOf(type);
        if (Comparer(translation, kind) is { } comparer)
        {
            Script equal = ValueTypes.IsNullableValue(type)
                ? translation.Call("equal", left.Text, right.Text, comparer)
                : Script.Operation($"{comparer}({left.Text}, {right.Text}) {(isNegative ? "!==" : "===")} 0");
            return isNegative && ValueTypes.IsNullableValue(type) ? Script.Operation($"!{equal.Atom}") : equal;
        }

        bool isSame = kind is not (null or ValueKind.Uri or ValueKind.Bytes) || type is { } reference && (reference.IsModel() || Members.IsAnyModel(reference));
        return isSame ? Script.Operation($"{left.Atom} {(isNegative ? "!==" : "===")} {right.Atom}") : null;
    }

    /// <summary>Whether one value comes before another; both are there.</summary>
    public static Script? Order(Translation translation, ITypeSymbol? type, string symbol, Script left, Script right)
    {
        ValueKind? kind = ValueTypes.KindOf(type);
        if (Comparer(translation, kind) is { } comparer)
        {
            return Script.Operation($"{comparer}({left.Text}, {right.Text}) {symbol} 0");
        }

        if (kind == ValueKind.TimeSpan)
        {
            return Script.Operation($"{translation.Call("compareSpans", left.Text, right.Text).Text} {symbol} 0");
        }

        if (kind == ValueKind.Enum)
        {
            var @enum = (INamedTypeSymbol)ValueTypes.WithoutNull(type!);
            return Script.Operation($"{EnumValues.NumberOf(translation, left, @enum)} {symbol} {EnumValues.NumberOf(translation, right, @enum)}");
        }

        return ValueTypes.IsNumber(kind) || kind is ValueKind.Char or ValueKind.DateOnly or ValueKind.TimeOnly
            ? Script.Operation($"{left.Atom} {symbol} {right.Atom}")
            : null;
    }

    /// <summary>The function that sorts values of a type; null where C# would sort by culture, or not at all.</summary>
    public static string? Sorter(Translation translation, ITypeSymbol? type, bool isOrdinal)
    {
        ValueKind? kind = ValueTypes.KindOf(type);
        return kind switch
        {
            ValueKind.Decimal => translation.Call("by", "computed.compareDecimals").Text,
            ValueKind.DateTime or ValueKind.DateTimeOffset => translation.Call("by", "computed.compareMoments").Text,
            ValueKind.TimeSpan => translation.Call("by", "computed.compareSpans").Text,
            ValueKind.Enum => translation.Call("byNumber", EnumValues.Numbers((INamedTypeSymbol)ValueTypes.WithoutNull(type!))).Text,
            ValueKind.String => isOrdinal ? translation.Call("by", "computed.compareValues").Text : null,
            ValueKind.Boolean or ValueKind.Char or ValueKind.DateOnly or ValueKind.TimeOnly => translation.Call("by", "computed.compareValues").Text,
            { } number when ValueTypes.IsNumber(number) => translation.Call("by", "computed.compareValues").Text,
            _ => null,
        };
    }

    /// <summary>An operand as it was before it was made an object to be compared with null.</summary>
    public static IOperation WithoutBoxing(IOperation operation) =>
        operation is IConversionOperation { IsImplicit: true, Type.SpecialType: SpecialType.System_Object, Operand: { Type: not null } operand } ? operand : operation;

    /// <summary>The function that compares values whose texts or numbers do not do it by themselves.</summary>
    private static string? Comparer(Translation translation, ValueKind? kind) => kind switch
    {
        ValueKind.Decimal => Name(translation, "compareDecimals"),
        ValueKind.DateTime or ValueKind.DateTimeOffset => Name(translation, "compareMoments"),
        _ => null,
    };

    private static string Name(Translation translation, string function)
    {
        _ = translation.Call(function);
        return $"computed.{function}";
    }
}
