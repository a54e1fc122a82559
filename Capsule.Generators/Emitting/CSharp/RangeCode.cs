using Capsule.Generators.Models;

namespace Capsule.Generators.Emitting.CSharp;

/// <summary>The check of a <c>[Range]</c>.</summary>
internal static class RangeCode
{
    public static string Call(RuleSpec rule, TypeRef type, string value) =>
        $"Range<{ScalarNames.CSharp(rule.ComparedIn)}>({Value(rule, type, value)}, {rule.Lowest.Code}, {rule.Highest.Code}"
        + (rule.ExcludesMinimum ? ", excludesMinimum: true" : "")
        + (rule.ExcludesMaximum ? ", excludesMaximum: true" : "")
        + ")";

    private static string Value(RuleSpec rule, TypeRef type, string value) =>
        rule.Rounds ? $"{Names.Internals}.AttributeCheck.Rounded({value})"
        : type.Kind == ValueKind.Decimal && rule.ComparedIn == ValueKind.Double ? $"(double?){value}"
        : value;
}
