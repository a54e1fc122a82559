using Capsule.Generators.Models;

namespace Capsule.Generators.Emitting.CSharp;

/// <summary>The type in which the value of a <c>[Range]</c> is compared, and its bounds in it.</summary>
internal static class RangeCode
{
    public static string TypeOf(RuleSpec rule, TypeRef type) => type.Kind switch
    {
        ValueKind.Int32 when IsInteger(rule.Minimum) && IsInteger(rule.Maximum) => "int",
        _ => "double",
    };

    public static string Value(RuleSpec rule, string value) => rule.Rounds ? $"{Names.Internals}.AttributeCheck.Rounded({value})" : value;

    public static string Bounds(RuleSpec rule, TypeRef type)
    {
        string suffix = TypeOf(rule, type) == "double" ? "D" : "";
        return $"{Bound(rule.Minimum, suffix)}, {Bound(rule.Maximum, suffix)}"
            + (rule.ExcludesMinimum ? ", excludesMinimum: true" : "")
            + (rule.ExcludesMaximum ? ", excludesMaximum: true" : "");
    }

    private static string Bound(string digits, string suffix) => digits switch
    {
        "Infinity" or "∞" => "double.PositiveInfinity",
        "-Infinity" or "-∞" => "double.NegativeInfinity",
        _ => digits + suffix,
    };

    private static bool IsInteger(string digits) => int.TryParse(digits, System.Globalization.NumberStyles.AllowLeadingSign, System.Globalization.CultureInfo.InvariantCulture, out _);
}
