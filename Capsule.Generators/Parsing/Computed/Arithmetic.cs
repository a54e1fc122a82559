using Capsule.Generators.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Capsule.Generators.Parsing.Computed;

/// <summary>Arithmetic of numbers, each type with its own wrapping, rounding and failures.</summary>
internal static class Arithmetic
{
    public static Script Unary(Translation translation, IUnaryOperation operation)
    {
        ValueKind? kind = ValueTypes.KindOf(operation.Type);
        Script operand = translation.Of(operation.Operand);
        return operation.IsLifted ? translation.Unless(operand, "it", it => Unary(translation, operation, kind, it)) : Unary(translation, operation, kind, operand);
    }

    private static Script Unary(Translation translation, IUnaryOperation operation, ValueKind? kind, Script operand) => (operation.OperatorKind, kind) switch
    {
        (UnaryOperatorKind.Not, ValueKind.Boolean) => Script.Operation($"!{operand.Atom}"),
        (UnaryOperatorKind.Plus, { } one) when ValueTypes.IsNumber(one) => operand,
        (UnaryOperatorKind.Minus, ValueKind.Decimal) => translation.Call("negate", operand.Text),
        (UnaryOperatorKind.Minus, ValueKind.TimeSpan) => translation.Call("negateSpan", operand.Text),
        (UnaryOperatorKind.Minus, ValueKind.Single or ValueKind.Double) => Script.Operation($"-{operand.Atom}"),
        (UnaryOperatorKind.Minus, { } one) when ValueTypes.IsInteger(one) => Narrow(translation, $"-{operand.Atom}", one, operation.IsChecked),
        (UnaryOperatorKind.BitwiseNegation, { } one) when ValueTypes.IsInteger(one) => Narrow(translation, $"~{operand.Atom}", one, isChecked: false),
        _ => throw Outside.Subset(operation),
    };

    /// <summary>The result of two operands of the type; null for what is no operator of numbers.</summary>
    public static Script? Binary(Translation translation, BinaryOperatorKind operation, ValueKind kind, bool isChecked, Script left, Script right) => kind switch
    {
        ValueKind.Decimal => Decimal(operation) is { } function ? translation.Call(function, left.Text, right.Text) : null,
        ValueKind.Single => Symbol(operation) is { } symbol ? new($"Math.fround({left.Atom} {symbol} {right.Atom})") : null,
        ValueKind.Double => Symbol(operation) is { } symbol ? Script.Operation($"{left.Atom} {symbol} {right.Atom}") : null,
        _ when ValueTypes.IsInteger(kind) => Integer(translation, operation, kind, isChecked, left, right),
        _ => null,
    };

    private static Script? Integer(Translation translation, BinaryOperatorKind operation, ValueKind kind, bool isChecked, Script left, Script right) => operation switch
    {
        BinaryOperatorKind.Add => Narrow(translation, $"{left.Atom} + {right.Atom}", kind, isChecked),
        BinaryOperatorKind.Subtract => Narrow(translation, $"{left.Atom} - {right.Atom}", kind, isChecked),
        BinaryOperatorKind.Multiply when !isChecked && kind == ValueKind.Int32 => new($"Math.imul({left.Text}, {right.Text})"),
        BinaryOperatorKind.Multiply when !isChecked && kind == ValueKind.UInt32 => Script.Operation($"Math.imul({left.Text}, {right.Text}) >>> 0"),
        BinaryOperatorKind.Multiply => Narrow(translation, $"{left.Atom} * {right.Atom}", kind, isChecked),
        BinaryOperatorKind.Divide => translation.Call("divideInteger", ValueTypes.NameOf(kind), left.Text, right.Text),
        BinaryOperatorKind.Remainder => translation.Call("remainderInteger", ValueTypes.NameOf(kind), left.Text, right.Text),
        BinaryOperatorKind.And => Narrow(translation, $"{left.Atom} & {right.Atom}", kind, isChecked: false),
        BinaryOperatorKind.Or => Narrow(translation, $"{left.Atom} | {right.Atom}", kind, isChecked: false),
        BinaryOperatorKind.ExclusiveOr => Narrow(translation, $"{left.Atom} ^ {right.Atom}", kind, isChecked: false),
        BinaryOperatorKind.LeftShift => Shift(translation, "<<", kind, left, right),
        BinaryOperatorKind.RightShift => Shift(translation, kind == ValueKind.UInt32 ? ">>>" : ">>", kind, left, right),
        _ => null,
    };

    /// <summary>C# takes the lowest five or six bits of the amount.</summary>
    private static Script Shift(Translation translation, string symbol, ValueKind kind, Script left, Script amount) =>
        ValueTypes.IsLong(kind)
            ? Narrow(translation, $"{left.Atom} {symbol} BigInt({amount.Atom} & 63)", kind, isChecked: false)
            : Narrow(translation, $"{left.Atom} {symbol} {amount.Atom}", kind, isChecked: false);

    /// <summary>Brings the exact result of an operation into the type.</summary>
    private static Script Narrow(Translation translation, string text, ValueKind kind, bool isChecked) => kind switch
    {
        _ when isChecked => translation.Call("fit", ValueTypes.NameOf(kind), text),
        ValueKind.Int32 => Script.Operation($"({text}) | 0"),
        ValueKind.UInt32 => Script.Operation($"({text}) >>> 0"),
        ValueKind.Int64 => new($"BigInt.asIntN(64, {text})"),
        ValueKind.UInt64 => new($"BigInt.asUintN(64, {text})"),
        _ => translation.Call("wrap", ValueTypes.NameOf(kind), text),
    };

    private static string? Symbol(BinaryOperatorKind operation) => operation switch
    {
        BinaryOperatorKind.Add => "+",
        BinaryOperatorKind.Subtract => "-",
        BinaryOperatorKind.Multiply => "*",
        BinaryOperatorKind.Divide => "/",
        BinaryOperatorKind.Remainder => "%",
        _ => null,
    };

    private static string? Decimal(BinaryOperatorKind operation) => operation switch
    {
        BinaryOperatorKind.Add => "add",
        BinaryOperatorKind.Subtract => "subtract",
        BinaryOperatorKind.Multiply => "multiply",
        BinaryOperatorKind.Divide => "divide",
        BinaryOperatorKind.Remainder => "remainder",
        _ => null,
    };
}
