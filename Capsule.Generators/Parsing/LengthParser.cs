using System.Globalization;
using Capsule.Generators.Models;
using Microsoft.CodeAnalysis;

namespace Capsule.Generators.Parsing;

/// <summary>The four attributes about lengths.</summary>
internal static class LengthParser
{
    public static ParsedRule Parse(AttributeData annotation, TypeRef type, TextSpec label)
    {
        string name = annotation.AttributeClass!.Name;
        bool onText = name == "StringLengthAttribute";
        if (type.Kind != ValueKind.String && (onText || !IsCollection(type.Kind)))
        {
            return ParsedRule.Wrong(annotation, RuleProblem.Type, onText ? "a string" : "a string, a list, a dictionary or bytes");
        }

        int first = Number(annotation, 0);
        return name switch
        {
            "LengthAttribute" => Between(first, Number(annotation, 1), [first, Number(annotation, 1)],
                "The field {0} must be a string or collection type with a minimum length of '{1}' and maximum length of '{2}'."),
            "MinLengthAttribute" => Between(first, int.MaxValue, [first], "The field {0} must be a string or array type with a minimum length of '{1}'."),
            "MaxLengthAttribute" => first is 0 or < -1
                ? ParsedRule.Wrong(annotation, RuleProblem.Bounds, "a greatest length is 1 or more")
                : Between(0, first < 0 ? int.MaxValue : first, [first], "The field {0} must be a string or array type with a maximum length of '{1}'."),
            _ => OfString(annotation.Argument("MinimumLength") is int minimum ? minimum : 0),
        };

        ParsedRule OfString(int minimum) => Between(minimum, first, [first, minimum], minimum != 0
            ? "The field {0} must be a string with a minimum length of {2} and a maximum length of {1}."
            : "The field {0} must be a string with a maximum length of {1}.");

        ParsedRule Between(int minimum, int maximum, object[] arguments, string usual) =>
            minimum < 0 || maximum < 0 ? ParsedRule.Wrong(annotation, RuleProblem.Bounds, "a length is 0 or more")
            : minimum > maximum ? ParsedRule.Wrong(annotation, RuleProblem.Bounds, $"no length is at least {minimum} and at most {maximum}")
            : ParsedRule.Of(annotation, label, usual, arguments, message => new(RuleKind.Length, message)
            {
                Minimum = minimum.ToString(CultureInfo.InvariantCulture),
                Maximum = maximum.ToString(CultureInfo.InvariantCulture),
            });
    }

    private static bool IsCollection(ValueKind kind) => kind is ValueKind.Strings or ValueKind.List or ValueKind.Dictionary or ValueKind.Bytes;

    /// <summary>A number among the arguments; -1 where C# reports that there is none.</summary>
    private static int Number(AttributeData annotation, int index) =>
        index < annotation.ConstructorArguments.Length && annotation.ConstructorArguments[index].Value is int number ? number : -1;
}
