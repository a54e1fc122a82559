using Capsule.Generators.Models;

namespace Capsule.Generators.Emitting.TypeScript;

/// <summary>The validation rules as a mirror says them. What only the server can ask is left out.</summary>
internal static class RuleFacts
{
    /// <summary>The members that describe the rules.</summary>
    public static IEnumerable<string> Of(AttributeSpec attribute)
    {
        string rules = string.Join(", ", attribute.Rules.Select(Rule).OfType<string>());
        if (rules.Length == 0)
        {
            yield break;
        }

        yield return $"rules: [{rules}]";
        if (attribute.IsClientEditable && attribute.MayStartFilled && attribute.InitialValue is null)
        {
            yield return "optional: true";
        }
    }

    private static string? Rule(RuleSpec rule) => Demand(rule) is { } demand
        ? $"{{ {demand}, {(rule.Message.IsKey ? "key" : "message")}: {ScriptText.Of(rule.Message.Constant)} }}"
        : null;

    private static string? Demand(RuleSpec rule) => rule.Kind switch
    {
        RuleKind.Required => "rule: \"required\"" + (rule.AllowsEmpty ? ", allowEmpty: true" : ""),
        RuleKind.Length => $"rule: \"length\", min: {rule.Minimum}, max: {rule.Maximum}",
        RuleKind.Range => RangeFacts.Of(rule),
        RuleKind.Pattern => PatternTranslator.Translate(rule.Pattern) is { } pattern ? $"rule: \"pattern\", pattern: {ScriptText.Of(pattern)}" : null,
        RuleKind.Email => "rule: \"email\"",
        RuleKind.Url => "rule: \"url\"",
        _ => null,
    };
}
