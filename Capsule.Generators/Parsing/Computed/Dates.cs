using Capsule.Generators.Models;
using Microsoft.CodeAnalysis.Operations;

namespace Capsule.Generators.Parsing.Computed;

/// <summary>Operators of dates and lengths of time.</summary>
internal static class Dates
{
    /// <summary>The translation; null where there is none.</summary>
    public static Script? Operator(Translation translation, IBinaryOperation operation, Script left, Script right)
    {
        ValueKind? first = ValueTypes.KindOf(operation.LeftOperand.Type);
        ValueKind? second = ValueTypes.KindOf(operation.RightOperand.Type);
        string? function = (operation.OperatorKind, first, second) switch
        {
            (BinaryOperatorKind.Add, ValueKind.TimeSpan, ValueKind.TimeSpan) => "addSpans",
            (BinaryOperatorKind.Subtract, ValueKind.TimeSpan, ValueKind.TimeSpan) => "subtractSpans",
            (BinaryOperatorKind.Multiply, ValueKind.TimeSpan, ValueKind.Double) => "multiplySpan",
            (BinaryOperatorKind.Divide, ValueKind.TimeSpan, ValueKind.Double) => "divideSpan",
            (BinaryOperatorKind.Divide, ValueKind.TimeSpan, ValueKind.TimeSpan) => "divideSpans",
            (BinaryOperatorKind.Subtract, ValueKind.TimeOnly, ValueKind.TimeOnly) => "betweenTimes",
            (BinaryOperatorKind.Add, _, ValueKind.TimeSpan) when ValueTypes.IsMoment(first) => "addSpan",
            (BinaryOperatorKind.Subtract, _, ValueKind.TimeSpan) when ValueTypes.IsMoment(first) => "subtractSpan",
            (BinaryOperatorKind.Subtract, _, _) when ValueTypes.IsMoment(first) && first == second => "between",
            _ => null,
        };
        return function switch
        {
            null => null,
            "between" => translation.Call(function, right.Text, left.Text),
            _ => translation.Call(function, left.Text, right.Text),
        };
    }
}
