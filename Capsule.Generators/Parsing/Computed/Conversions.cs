using Capsule.Generators.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Capsule.Generators.Parsing.Computed;

/// <summary>Conversions between types.</summary>
internal static class Conversions
{
    public static Script Of(Translation translation, IConversionOperation operation)
    {
        ITypeSymbol? from = operation.Operand.Type;
        ITypeSymbol? to = operation.Type;
        if (from is null || to is null || operation.Conversion.IsIdentity)
        {
            return translation.Of(operation.Operand);
        }

        Script operand = translation.Of(operation.Operand);
        if (Members.IsAnyModel(to) || to.IsModel())
        {
            return ToModel(translation, operation, from, to, operand);
        }

        if (ValueTypes.KindOf(to) is { } target && ValueTypes.KindOf(from) is { } source && target is not (ValueKind.String or ValueKind.Uri))
        {
            return Value(translation, operation, from, to, source, target, operand);
        }

        bool isSequence = ValueTypes.ElementOf(to) is not null && (ValueTypes.ElementOf(from) is not null || from.SpecialType == SpecialType.System_String);
        return isSequence || ValueTypes.KindOf(to) is ValueKind.String or ValueKind.Uri ? operand : throw Outside.Subset(operation);
    }

    private static Script ToModel(Translation translation, IConversionOperation operation, ITypeSymbol from, ITypeSymbol to, Script operand) =>
        !(from.IsModel() || Members.IsAnyModel(from)) ? throw Outside.Subset(operation)
        : operation.Conversion.IsImplicit || SymbolEqualityComparer.Default.Equals(from, to) ? operand
        : translation.Call(operation.IsTryCast ? "as" : "cast", operand.Text, translation.MirrorsOf(to));

    private static Script Value(
        Translation translation, IConversionOperation operation, ITypeSymbol from, ITypeSymbol to, ValueKind source, ValueKind target, Script operand)
    {
        if (ValueTypes.IsNullableValue(from) && !ValueTypes.IsNullableValue(to))
        {
            operand = translation.Call("some", operand.Text);
        }

        if (SymbolEqualityComparer.Default.Equals(ValueTypes.WithoutNull(from), ValueTypes.WithoutNull(to)))
        {
            return operand;
        }

        Func<Script, Script> convert = value => Number(translation, from, source, target, operation.IsChecked, value) ?? throw Outside.Subset(operation);
        return ValueTypes.IsNullableValue(from) && ValueTypes.IsNullableValue(to) ? translation.Unless(operand, "it", convert) : convert(operand);
    }

    private static Script? Number(Translation translation, ITypeSymbol from, ValueKind source, ValueKind target, bool isChecked, Script value)
    {
        if (source == ValueKind.Enum)
        {
            var type = (INamedTypeSymbol)ValueTypes.WithoutNull(from);
            return Number(translation, from, ValueTypes.KindOf(type.EnumUnderlyingType)!.Value, target, isChecked, EnumValues.NumberOf(translation, value, type));
        }

        if (source == ValueKind.Char)
        {
            return Number(translation, from, ValueKind.UInt16, target, isChecked, new($"{value.Atom}.charCodeAt(0)"));
        }

        if (target == ValueKind.Char)
        {
            return Number(translation, from, source, ValueKind.UInt16, isChecked, value) is { } code ? new($"String.fromCharCode({code.Text})") : null;
        }

        return !ValueTypes.IsNumber(source) || !ValueTypes.IsNumber(target) ? null
            : source == target ? value
            : source == ValueKind.Decimal ? OfDecimal(translation, target, value)
            : ValueTypes.IsInteger(target) ? ToInteger(translation, source, target, isChecked, value)
            : target == ValueKind.Decimal ? ToDecimal(translation, source, value)
            : ToReal(translation, source, target, value);
    }

    private static Script OfDecimal(Translation translation, ValueKind target, Script value) => target switch
    {
        ValueKind.Double => translation.Call("toDouble", value.Text),
        ValueKind.Single => new($"Math.fround({translation.Call("toDouble", value.Text)})"),
        _ => translation.Call("toInteger", ValueTypes.NameOf(target), value.Text),
    };

    private static Script ToInteger(Translation translation, ValueKind source, ValueKind target, bool isChecked, Script value)
    {
        string kind = ValueTypes.NameOf(target);
        return ValueTypes.IsReal(source) ? translation.Call(isChecked ? "fitReal" : "truncate", kind, value.Text)
            : Contains(target, source) ? (ValueTypes.IsLong(target) && ValueTypes.IsNarrow(source) ? new($"BigInt({value.Text})") : value)
            : translation.Call(isChecked ? "fit" : "wrap", kind, value.Text);
    }

    private static Script ToDecimal(Translation translation, ValueKind source, Script value) => source switch
    {
        ValueKind.Double => translation.Call("decimalOfDouble", value.Text),
        ValueKind.Single => translation.Call("decimalOfSingle", value.Text),
        _ => new($"String({value.Text})"),
    };

    private static Script ToReal(Translation translation, ValueKind source, ValueKind target, Script value) => (source, target) switch
    {
        (ValueKind.Single, _) => value,
        (ValueKind.Int64 or ValueKind.UInt64, ValueKind.Single) => translation.Call("singleOfLong", value.Text),
        (ValueKind.Int64 or ValueKind.UInt64, _) => new($"Number({value.Text})"),
        (_, ValueKind.Single) => new($"Math.fround({value.Text})"),
        _ => value,
    };

    /// <summary>Whether each value of one type of integer is one of the other.</summary>
    private static bool Contains(ValueKind wide, ValueKind narrow)
    {
        (int Bits, bool IsSigned) outer = Size(wide);
        (int Bits, bool IsSigned) inner = Size(narrow);
        return outer.IsSigned == inner.IsSigned ? outer.Bits >= inner.Bits : outer.IsSigned && outer.Bits > inner.Bits;
    }

    private static (int Bits, bool IsSigned) Size(ValueKind kind) => kind switch
    {
        ValueKind.Byte => (8, false),
        ValueKind.SByte => (8, true),
        ValueKind.Int16 => (16, true),
        ValueKind.UInt16 => (16, false),
        ValueKind.UInt32 => (32, false),
        ValueKind.Int64 => (64, true),
        ValueKind.UInt64 => (64, false),
        _ => (32, true),
    };
}
