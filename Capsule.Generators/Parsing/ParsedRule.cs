using Capsule.Generators.Models;
using Microsoft.CodeAnalysis;

namespace Capsule.Generators.Parsing;

/// <summary>What can be wrong with a rule.</summary>
internal enum RuleProblem
{
    None,
    Type,
    Pattern,
    Bounds,
    Message,
}

/// <summary>A rule, or what is wrong with it.</summary>
internal readonly record struct ParsedRule(AttributeData Annotation, RuleSpec? Spec, RuleProblem Problem, string Detail)
{
    public static ParsedRule Right(AttributeData annotation, RuleSpec spec) => new(annotation, spec, RuleProblem.None, "");

    public static ParsedRule Wrong(AttributeData annotation, RuleProblem problem, string detail) => new(annotation, null, problem, detail);

    /// <summary>A rule that is right if its message is.</summary>
    public static ParsedRule Of(AttributeData annotation, TextSpec label, string usual, object[] arguments, Func<TextSpec, RuleSpec> make) =>
        TextParser.Message(annotation, label, usual, arguments, out string problem) is { } message
            ? Right(annotation, make(message))
            : Wrong(annotation, RuleProblem.Message, problem);
}
