using System.Globalization;
using Capsule.Generators.Models;
using Capsule.Generators.Writing;
using Microsoft.CodeAnalysis;

namespace Capsule.Generators.Parsing.Computed;

/// <summary>Constants, as expressions hold values of their types.</summary>
internal static class Literals
{
    /// <summary>The constant; null where there is none of this type.</summary>
    public static Script? Of(object? value, ITypeSymbol type) => value switch
    {
        null => ValueTypes.CanBeNull(type) || type.TypeKind == TypeKind.Error ? Script.Null : Default(type),
        _ when ValueTypes.WithoutNull(type).TypeKind == TypeKind.Enum => EnumValues.Constant(value, (INamedTypeSymbol)ValueTypes.WithoutNull(type)),
        bool truth => new(truth ? "true" : "false"),
        string text => new(ScriptText.Of(text)),
        char letter => new(ScriptText.Of(letter.ToString())),
        decimal number => new(ScriptText.Of(number.ToString(CultureInfo.InvariantCulture))),
        long or ulong => Signed(Convert.ToString(value, CultureInfo.InvariantCulture) + "n"),
        float number => Real(number),
        double number => Real(number),
        byte or sbyte or short or ushort or int or uint => Signed(Convert.ToString(value, CultureInfo.InvariantCulture)),
        _ => null,
    };

    /// <summary>What <c>default</c> is.</summary>
    public static Script? Default(ITypeSymbol type) =>
        ValueTypes.CanBeNull(type) ? Script.Null
        : type is INamedTypeSymbol { TypeKind: TypeKind.Enum } @enum ? EnumValues.Constant(0, @enum)
        : ValueTypes.KindOf(type) switch
        {
            ValueKind.Boolean => new("false"),
            ValueKind.Char => new("\"\\u0000\""),
            ValueKind.Decimal => new("\"0\""),
            ValueKind.Int64 or ValueKind.UInt64 => new("0n"),
            ValueKind.Guid => new("\"00000000-0000-0000-0000-000000000000\""),
            ValueKind.DateTimeOffset => new("\"0001-01-01T00:00:00+00:00\""),
            ValueKind.DateTime => new("\"0001-01-01T00:00:00Z\""),
            ValueKind.DateOnly => new("\"0001-01-01\""),
            ValueKind.TimeOnly or ValueKind.TimeSpan => new("\"00:00:00\""),
            { } kind when ValueTypes.IsNumber(kind) => new("0"),
            _ => null,
        };

    private static Script Signed(string digits) => new(digits, IsAtom: digits[0] != '-');

    private static Script Real(double number) =>
        double.IsNaN(number) ? new("NaN")
        : double.IsInfinity(number) ? Signed(number > 0 ? "Infinity" : "-Infinity")
        : number == 0 && double.IsNegativeInfinity(1 / number) ? Signed("-0")
        : Signed(number.ToString("G17", CultureInfo.InvariantCulture));
}
