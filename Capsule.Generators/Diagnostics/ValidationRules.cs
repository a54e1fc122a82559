using Capsule.Generators.Models;
using Capsule.Generators.Parsing;
using Microsoft.CodeAnalysis;

namespace Capsule.Generators.Diagnostics;

/// <summary>Rules about the validation attributes of an attribute.</summary>
internal static class ValidationRules
{
    public static Diagnostic? Check(IPropertySymbol property, TypeRef type)
    {
        foreach (ParsedRule rule in RuleParser.Parse(property, type))
        {
            if (Descriptor(rule.Problem) is { } descriptor)
            {
                return Diagnostic.Create(descriptor, Places.OfAnnotation(rule.Annotation, property), property.Name, Short(rule.Annotation), rule.Detail);
            }
        }

        return null;
    }

    private static DiagnosticDescriptor? Descriptor(RuleProblem problem) => problem switch
    {
        RuleProblem.Type => Descriptors.RuleDoesNotApply,
        RuleProblem.Pattern => Descriptors.InvalidPattern,
        RuleProblem.Bounds => Descriptors.ImpossibleBounds,
        RuleProblem.Message => Descriptors.BrokenMessage,
        _ => null,
    };

    private static string Short(AttributeData annotation) => annotation.AttributeClass!.Name is var name && name.EndsWith("Attribute", StringComparison.Ordinal)
        ? name.Substring(0, name.Length - "Attribute".Length)
        : annotation.AttributeClass.Name;
}
