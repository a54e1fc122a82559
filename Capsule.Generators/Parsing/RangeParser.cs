using Capsule.Generators.Models;
using Microsoft.CodeAnalysis;

namespace Capsule.Generators.Parsing;

/// <summary><c>[Range]</c>.</summary>
internal static class RangeParser
{
    private const string Suitable = "a number, or, with bounds as texts, a date or time";

    public static ParsedRule Parse(AttributeData annotation, TypeRef type, TextSpec label)
    {
        bool isMoment = type.Kind is ValueKind.DateTime or ValueKind.DateTimeOffset or ValueKind.DateOnly or ValueKind.TimeOnly or ValueKind.TimeSpan;
        return annotation.ConstructorArguments.Select(static one => one.Kind == TypedConstantKind.Array ? null : one.Value).ToArray() switch
        {
            [INamedTypeSymbol bounds, string minimum, string maximum] when type.IsNumber || isMoment => Typed(annotation, type, label, bounds, minimum, maximum),
            _ when !type.IsNumber => ParsedRule.Wrong(annotation, RuleProblem.Type, Suitable),
            [int minimum, int maximum] => Whole(annotation, type, label, minimum, maximum),
            [double minimum, double maximum] => Between(annotation, label, RangeBound.Of(minimum), RangeBound.Of(maximum), ValueKind.Double, rounds: false),
            _ => ParsedRule.Wrong(annotation, RuleProblem.Bounds, "the bounds must be two numbers, or a type and two texts"),
        };
    }

    /// <summary>Bounds that are integers: .NET makes the value one too, by rounding.</summary>
    private static ParsedRule Whole(AttributeData annotation, TypeRef type, TextSpec label, int minimum, int maximum) => type.Kind switch
    {
        ValueKind.Double or ValueKind.Single => Between(annotation, label, RangeBound.Of(minimum), RangeBound.Of(maximum), ValueKind.Double, rounds: true),
        ValueKind.Decimal => Between(annotation, label, RangeBound.Of((decimal)minimum, minimum), RangeBound.Of((decimal)maximum, maximum), ValueKind.Decimal, rounds: true),
        ValueKind.UInt64 => Between(annotation, label, RangeBound.Whole(minimum, minimum, "m"), RangeBound.Whole(maximum, maximum, "m"), ValueKind.Decimal, rounds: false),
        ValueKind.Int32 => Between(annotation, label, RangeBound.Of(minimum), RangeBound.Of(maximum), ValueKind.Int32, rounds: false),
        _ => Between(annotation, label, RangeBound.Whole(minimum, minimum, "L"), RangeBound.Whole(maximum, maximum, "L"), ValueKind.Int64, rounds: false),
    };

    private static ParsedRule Typed(AttributeData annotation, TypeRef type, TextSpec label, INamedTypeSymbol bounds, string minimum, string maximum)
    {
        if (TypeParser.Parse(bounds)?.Kind != type.Kind)
        {
            return ParsedRule.Wrong(annotation, RuleProblem.Type, $"a '{bounds.ToDisplayString()}'");
        }

        bool isInvariant = annotation.Argument("ParseLimitsInInvariantCulture") is true;
        return (TypedBounds.Parse(type.Kind, minimum, isInvariant), TypedBounds.Parse(type.Kind, maximum, isInvariant)) is ({ } low, { } high)
            ? Between(annotation, label, low, high, ComparedIn(type.Kind), rounds: false)
            : ParsedRule.Wrong(annotation, RuleProblem.Bounds, $"'{minimum}' and '{maximum}' must be {Form(type.Kind)}");
    }

    private static ParsedRule Between(AttributeData annotation, TextSpec label, RangeBound minimum, RangeBound maximum, ValueKind comparedIn, bool rounds)
    {
        bool excludesMinimum = annotation.Argument("MinimumIsExclusive") is true;
        bool excludesMaximum = annotation.Argument("MaximumIsExclusive") is true;
        int order = minimum.Value.CompareTo(maximum.Value);
        if (order > 0 || (order == 0 && (excludesMinimum || excludesMaximum)) || minimum.Value is double.NaN || maximum.Value is double.NaN)
        {
            return ParsedRule.Wrong(annotation, RuleProblem.Bounds, FormattableString.Invariant($"nothing is between {minimum.Argument} and {maximum.Argument}"));
        }

        string usual = $"The field {{0}} must be between {{1}}{(excludesMinimum ? " exclusive" : "")} and {{2}}{(excludesMaximum ? " exclusive" : "")}.";
        return ParsedRule.Of(annotation, label, usual, [minimum, maximum], message => new(RuleKind.Range, message)
        {
            ComparedIn = comparedIn,
            Lowest = minimum.Spec,
            Highest = maximum.Spec,
            ExcludesMinimum = excludesMinimum,
            ExcludesMaximum = excludesMaximum,
            Rounds = rounds,
        });
    }

    /// <summary>Small integers are compared as larger ones: that is one method in place of six.</summary>
    private static ValueKind ComparedIn(ValueKind kind) =>
        kind is ValueKind.Byte or ValueKind.SByte or ValueKind.Int16 or ValueKind.UInt16 or ValueKind.UInt32 ? ValueKind.Int64 : kind;

    private static string Form(ValueKind kind) => kind switch
    {
        ValueKind.DateOnly => "dates such as 2026-03-01, which no culture reads differently",
        ValueKind.TimeOnly => "times such as 23:59:59, which no culture reads differently",
        ValueKind.TimeSpan => "lengths of time such as 1.12:00:00",
        ValueKind.DateTime => "such as 2026-03-01T23:59:59, without a zone: values are UTC, and no culture reads that differently",
        ValueKind.DateTimeOffset => "such as 2026-03-01T23:59:59+01:00, with an offset: else it would be that of the machine",
        _ => "numbers of that type as C# writes them",
    };
}
