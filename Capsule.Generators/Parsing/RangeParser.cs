using System.Globalization;
using Capsule.Generators.Models;
using Microsoft.CodeAnalysis;

namespace Capsule.Generators.Parsing;

/// <summary><c>[Range]</c>.</summary>
internal static class RangeParser
{
    private const string Suitable = "an int or a double";

    public static ParsedRule Parse(AttributeData annotation, TypeRef type, TextSpec label)
    {
        if (type.Kind is not (ValueKind.Int32 or ValueKind.Double))
        {
            return ParsedRule.Wrong(annotation, RuleProblem.Type, Suitable);
        }

        return annotation.ConstructorArguments.Select(static one => one.Kind == TypedConstantKind.Array ? null : one.Value).ToArray() switch
        {
            [int minimum, int maximum] => Between(annotation, label, minimum, maximum, rounds: type.Kind != ValueKind.Int32),
            [double minimum, double maximum] => Between(annotation, label, minimum, maximum, rounds: false),
            [INamedTypeSymbol bounds, string minimum, string maximum] => Typed(annotation, type, label, bounds, minimum, maximum),
            _ => ParsedRule.Wrong(annotation, RuleProblem.Bounds, "the bounds must be two numbers, or a type and two texts"),
        };
    }

    private static ParsedRule Typed(AttributeData annotation, TypeRef type, TextSpec label, INamedTypeSymbol bounds, string minimum, string maximum)
    {
        if (TypeParser.Parse(bounds)?.Kind != type.Kind)
        {
            return ParsedRule.Wrong(annotation, RuleProblem.Type, $"a '{bounds.ToDisplayString()}'");
        }

        return type.Kind switch
        {
            ValueKind.Int32 when int.TryParse(minimum, NumberStyles.Integer, CultureInfo.InvariantCulture, out int low)
                && int.TryParse(maximum, NumberStyles.Integer, CultureInfo.InvariantCulture, out int high) => Between(annotation, label, low, high, rounds: false),
            ValueKind.Double when double.TryParse(minimum, NumberStyles.Float, CultureInfo.InvariantCulture, out double low)
                && double.TryParse(maximum, NumberStyles.Float, CultureInfo.InvariantCulture, out double high) => Between(annotation, label, low, high, rounds: false),
            _ => ParsedRule.Wrong(annotation, RuleProblem.Bounds, $"'{minimum}' and '{maximum}' must be numbers as C# writes them"),
        };
    }

    private static ParsedRule Between<TBound>(AttributeData annotation, TextSpec label, TBound minimum, TBound maximum, bool rounds)
        where TBound : IComparable<TBound>, IFormattable
    {
        bool excludesMinimum = annotation.Argument("MinimumIsExclusive") is true;
        bool excludesMaximum = annotation.Argument("MaximumIsExclusive") is true;
        int order = minimum.CompareTo(maximum);
        if (order > 0 || (order == 0 && (excludesMinimum || excludesMaximum)) || !IsFinite(minimum) || !IsFinite(maximum))
        {
            return ParsedRule.Wrong(annotation, RuleProblem.Bounds, FormattableString.Invariant($"no number is between {minimum} and {maximum}"));
        }

        string usual = $"The field {{0}} must be between {{1}}{(excludesMinimum ? " exclusive" : "")} and {{2}}{(excludesMaximum ? " exclusive" : "")}.";
        return ParsedRule.Of(annotation, label, usual, [minimum, maximum], message => new(RuleKind.Range, message)
        {
            Minimum = Digits(minimum),
            Maximum = Digits(maximum),
            ExcludesMinimum = excludesMinimum,
            ExcludesMaximum = excludesMaximum,
            Rounds = rounds,
        });
    }

    private static bool IsFinite<TBound>(TBound bound) => bound is not double number || !double.IsNaN(number);

    private static string Digits<TBound>(TBound bound)
        where TBound : IFormattable => bound.ToString(bound is double ? "R" : null, CultureInfo.InvariantCulture);
}
