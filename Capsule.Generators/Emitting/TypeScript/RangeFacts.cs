using System.Globalization;
using Capsule.Generators.Models;

namespace Capsule.Generators.Emitting.TypeScript;

/// <summary>A <c>[Range]</c> as a mirror says it.</summary>
internal static class RangeFacts
{
    public static string Of(RuleSpec rule)
    {
        (string minimum, bool excludesMinimum, string maximum, bool excludesMaximum, bool rounds) = rule is { Rounds: true, ComparedIn: ValueKind.Decimal }
            ? Unrounded(rule)
            : (rule.Lowest.Text, rule.ExcludesMinimum, rule.Highest.Text, rule.ExcludesMaximum, rule.Rounds);
        return $"rule: \"range\", min: {minimum}, max: {maximum}"
            + (excludesMinimum ? ", excludesMin: true" : "")
            + (excludesMaximum ? ", excludesMax: true" : "")
            + (rounds ? ", rounds: true" : "");
    }

    /// <summary>Which decimals round into the range, halves to even: JavaScript has nothing that rounds them.</summary>
    private static (string Minimum, bool ExcludesMinimum, string Maximum, bool ExcludesMaximum, bool Rounds) Unrounded(RuleSpec rule)
    {
        decimal lowest = Number(rule.Lowest) + (rule.ExcludesMinimum ? 1 : 0);
        decimal highest = Number(rule.Highest) - (rule.ExcludesMaximum ? 1 : 0);
        return (Text(lowest - 0.5m), lowest % 2 != 0, Text(highest + 0.5m), highest % 2 != 0, false);
    }

    private static decimal Number(BoundSpec bound) => decimal.Parse(bound.Text.Trim('"'), CultureInfo.InvariantCulture);

    private static string Text(decimal number) => $"\"{number.ToString(CultureInfo.InvariantCulture)}\"";
}
