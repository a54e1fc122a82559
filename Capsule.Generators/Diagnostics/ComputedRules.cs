using Capsule.Generators.Parsing.Computed;
using Microsoft.CodeAnalysis;

namespace Capsule.Generators.Diagnostics;

/// <summary>Rules about values that are computed from others. The generator leaves what breaks one out of the mirror.</summary>
internal static class ComputedRules
{
    private const string Allowed =
        "operators, switch expressions, patterns, LINQ, members of models and records, and those of string, Math, dates and times that do not depend on a culture are translated; "
        + "write it with these, or remove [Computed] to have it on the server alone";

    public static IEnumerable<Finding> Check(INamedTypeSymbol model, Compilation compilation)
    {
        foreach (IPropertySymbol property in ComputedParser.Properties(model).Where(static property => !PropertyRules.HasUnknownType(property.Type)))
        {
            ParsedComputed parsed = ComputedParser.Parse(property, compilation, CancellationToken.None);
            if (Report(parsed) is { } diagnostic)
            {
                yield return new(property, diagnostic);
            }
        }
    }

    private static Diagnostic? Report(ParsedComputed parsed) => parsed.Problem switch
    {
        ComputedProblem.Outside => Diagnostic.Create(Descriptors.OutsideSubset, parsed.Place, parsed.Property.Name, parsed.Reason, Allowed),
        ComputedProblem.Shape => Diagnostic.Create(Descriptors.ComputedShape, parsed.Place, parsed.Property.Name, parsed.Reason),
        ComputedProblem.Type => Diagnostic.Create(Descriptors.ComputedType, parsed.Place, parsed.Property.Name, parsed.Reason, AttributeRules.Supported),
        ComputedProblem.Secret => Diagnostic.Create(Descriptors.ComputedReveals, parsed.Place, parsed.Property.Name, parsed.Reason),
        ComputedProblem.Circle => Diagnostic.Create(Descriptors.ComputedCircle, parsed.Place, parsed.Property.Name),
        _ => null,
    };
}
