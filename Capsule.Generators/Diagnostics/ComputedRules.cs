using Capsule.Generators.Parsing;
using Capsule.Generators.Parsing.Computed;
using Microsoft.CodeAnalysis;

namespace Capsule.Generators.Diagnostics;

/// <summary>Rules about values that are computed from others. The generator leaves what breaks one out of the mirror.</summary>
internal static class ComputedRules
{
    private const string Allowed =
        "operators, switch expressions, patterns, LINQ, members of models and records, and those of string, Math, dates and times that do not depend on a culture are translated; "
        + "write it with these, or [Computed(OnServer = true)] to have the server compute it and send what it comes to";

    public static IEnumerable<Finding> Check(INamedTypeSymbol model, Compilation compilation)
    {
        foreach (IPropertySymbol property in ComputedParser.Properties(model).Where(static property => !PropertyRules.HasUnknownType(property.Type)))
        {
            ParsedComputed parsed = ComputedParser.Parse(property, compilation, CancellationToken.None);
            if ((Annotations.CheckComputed(property) ?? Report(parsed) ?? CheckEnum(property) ?? VisibilityRules.Check(property) ?? RequirementRules.Check(property)) is { } diagnostic)
            {
                yield return new(property, diagnostic);
            }
        }
    }

    /// <summary>Whether what the server computes can be kept and sent; if not, the analyzer says why.</summary>
    public static bool MayBeAttribute(IPropertySymbol property) =>
        !PropertyRules.HasUnknownType(property.Type) && ComputedShape.Problem(property, CancellationToken.None) is null && TypeParser.Parse(property.Type) is not null && CheckEnum(property) is null
        && VisibilityRules.Check(property) is null
        && RequirementRules.Check(property) is null;

    private static Diagnostic? CheckEnum(IPropertySymbol property) =>
        ModelMembers.IsOnServer(property) && TypeParser.Parse(property.Type) is { } type && EnumRules.FirstProblem(property.Type, type) is { } found
            ? Diagnostic.Create(Descriptors.UnsuitableEnum, Places.OfType(property), property.Name, found.Name, found.Problem)
            : null;

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
