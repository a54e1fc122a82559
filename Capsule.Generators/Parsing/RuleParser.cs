using System.Text.RegularExpressions;
using Capsule.Generators.Models;
using Microsoft.CodeAnalysis;

namespace Capsule.Generators.Parsing;

/// <summary>Attributes of System.ComponentModel.DataAnnotations → rules.</summary>
internal static class RuleParser
{
    public static IEnumerable<ParsedRule> Parse(IPropertySymbol property, TypeRef type)
    {
        TextSpec? label = null;
        foreach (AttributeData annotation in Annotated.Rules(property))
        {
            label ??= TextParser.Label(property);
            yield return label is null
                ? ParsedRule.Wrong(annotation, RuleProblem.Message, "the resource of its [Display] has no such text")
                : Parse(annotation, type, label);
        }
    }

    private static ParsedRule Parse(AttributeData annotation, TypeRef type, TextSpec label)
    {
        if (!Annotated.IsKnown(annotation.AttributeClass))
        {
            return Own(annotation, label);
        }

        return annotation.AttributeClass!.Name switch
        {
            "RequiredAttribute" => ParsedRule.Of(annotation, label, "The {0} field is required.", [], message => new(RuleKind.Required, message)
            {
                AllowsEmpty = annotation.Argument("AllowEmptyStrings") is true || type.Kind != ValueKind.String,
            }),
            "StringLengthAttribute" or "LengthAttribute" or "MinLengthAttribute" or "MaxLengthAttribute" => LengthParser.Parse(annotation, type, label),
            "RangeAttribute" => RangeParser.Parse(annotation, type, label),
            "RegularExpressionAttribute" => Pattern(annotation, type, label),
            "EmailAddressAttribute" => OfText(annotation, type, label, "The {0} field is not a valid e-mail address.", RuleKind.Email),
            "UrlAttribute" => OfText(annotation, type, label, "The {0} field is not a valid fully-qualified http, https, or ftp URL.", RuleKind.Url),
            _ => Own(annotation, label),
        };
    }

    private static ParsedRule Own(AttributeData annotation, TextSpec label) =>
        ParsedRule.Right(annotation, new(RuleKind.Own, label) { Creation = ConstantCode.Creation(annotation) });

    private static ParsedRule OfText(AttributeData annotation, TypeRef type, TextSpec label, string usual, RuleKind kind) =>
        type.Kind == ValueKind.String
            ? ParsedRule.Of(annotation, label, usual, [], message => new(kind, message))
            : ParsedRule.Wrong(annotation, RuleProblem.Type, "a string");

    private static ParsedRule Pattern(AttributeData annotation, TypeRef type, TextSpec label)
    {
        if (type.Kind != ValueKind.String)
        {
            return ParsedRule.Wrong(annotation, RuleProblem.Type, "a string");
        }

        string pattern = annotation.FirstText() ?? "";
        try
        {
            _ = new Regex(pattern);
        }
        catch (ArgumentException exception)
        {
            return ParsedRule.Wrong(annotation, RuleProblem.Pattern, exception.Message);
        }

        if (pattern.Length == 0)
        {
            return ParsedRule.Wrong(annotation, RuleProblem.Pattern, "It is empty.");
        }

        return ParsedRule.Of(annotation, label, "The field {0} must match the regular expression '{1}'.", [pattern], message => new(RuleKind.Pattern, message)
        {
            Pattern = pattern,
            Timeout = annotation.Argument("MatchTimeoutInMilliseconds") is int timeout ? timeout : 2000,
        });
    }
}
