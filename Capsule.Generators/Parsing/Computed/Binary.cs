using Capsule.Generators.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Capsule.Generators.Parsing.Computed;

/// <summary>Operators between two operands.</summary>
internal static class Binary
{
    public static Script Of(Translation translation, IBinaryOperation operation) => operation.OperatorKind switch
    {
        BinaryOperatorKind.ConditionalAnd => Logic(translation, operation, "&&"),
        BinaryOperatorKind.ConditionalOr => Logic(translation, operation, "||"),
        BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals => Equality(translation, operation),
        BinaryOperatorKind.LessThan => Comparison(translation, operation, "<"),
        BinaryOperatorKind.LessThanOrEqual => Comparison(translation, operation, "<="),
        BinaryOperatorKind.GreaterThan => Comparison(translation, operation, ">"),
        BinaryOperatorKind.GreaterThanOrEqual => Comparison(translation, operation, ">="),
        BinaryOperatorKind.Add when operation.Type?.SpecialType == SpecialType.System_String => Texts.Concatenation(translation, operation),
        _ => Value(translation, operation),
    };

    private static Script Logic(Translation translation, IBinaryOperation operation, string symbol)
    {
        Script left = translation.Of(operation.LeftOperand);
        Script right = translation.Of(operation.RightOperand);
        return ValueTypes.KindOf(operation.LeftOperand.Type) == ValueKind.Boolean ? Script.Operation($"{left.Atom} {symbol} {right.Atom}") : throw Outside.Subset(operation);
    }

    private static Script Equality(Translation translation, IBinaryOperation operation)
    {
        bool isNegative = operation.OperatorKind == BinaryOperatorKind.NotEquals;
        IOperation left = Comparisons.WithoutBoxing(operation.LeftOperand);
        IOperation right = Comparisons.WithoutBoxing(operation.RightOperand);
        if (IsNull(left) || IsNull(right))
        {
            return Script.Operation($"{translation.Of(IsNull(left) ? right : left).Atom} {(isNegative ? "!=" : "==")} null");
        }

        return Comparisons.Equality(translation, left.Type, translation.Of(left), translation.Of(right), isNegative) ?? throw Outside.Subset(operation);
    }

    private static bool IsNull(IOperation operation) =>
        operation is { ConstantValue: { HasValue: true, Value: null } } || (operation is IConversionOperation { Operand: var operand } && IsNull(operand));

    private static Script Comparison(Translation translation, IBinaryOperation operation, string symbol)
    {
        ITypeSymbol? type = operation.LeftOperand.Type;
        Script left = translation.Of(operation.LeftOperand);
        Script right = translation.Of(operation.RightOperand);
        return operation.IsLifted
            ? translation.Lifted("both", left, right, (a, b) => Comparisons.Order(translation, type, symbol, a, b) ?? throw Outside.Subset(operation))
            : Comparisons.Order(translation, type, symbol, left, right) ?? throw Outside.Subset(operation);
    }

    private static Script Value(Translation translation, IBinaryOperation operation)
    {
        Script left = translation.Of(operation.LeftOperand);
        Script right = translation.Of(operation.RightOperand);
        return operation.IsLifted
            ? translation.Lifted("lift", left, right, (a, b) => Value(translation, operation, a, b))
            : Value(translation, operation, left, right);
    }

    private static Script Value(Translation translation, IBinaryOperation operation, Script left, Script right)
    {
        ValueKind? kind = ValueTypes.KindOf(operation.Type);
        Script? result = kind switch
        {
            ValueKind.Boolean when !operation.IsLifted => Truth(translation, operation.OperatorKind, left, right),
            ValueKind.TimeSpan or ValueKind.DateTime or ValueKind.DateTimeOffset => Dates.Operator(translation, operation, left, right),
            ValueKind.Double when ValueTypes.KindOf(operation.LeftOperand.Type) == ValueKind.TimeSpan => Dates.Operator(translation, operation, left, right),
            { } number => Arithmetic.Binary(translation, operation.OperatorKind, number, operation.IsChecked, left, right),
            null => null,
        };
        return result ?? throw Outside.Subset(operation);
    }

    /// <summary>Both sides are computed, whatever the first comes to.</summary>
    private static Script? Truth(Translation translation, BinaryOperatorKind operation, Script left, Script right) => operation switch
    {
        BinaryOperatorKind.And => translation.Call("and", left.Text, right.Text),
        BinaryOperatorKind.Or => translation.Call("or", left.Text, right.Text),
        BinaryOperatorKind.ExclusiveOr => Script.Operation($"{left.Atom} !== {right.Atom}"),
        _ => null,
    };
}
