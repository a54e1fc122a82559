using System.Globalization;
using Capsule.Generators.Models;

namespace Capsule.Generators.Emitting.TypeScript;

/// <summary>
/// What it takes to be told of a part of a mirror, as the marks around it say: a number is a requirement of the model, <c>0+1</c> stands for both, <c>0|1</c> for either, and nothing for
/// what everybody is told.
/// </summary>
internal static class Labels
{
    /// <summary>What the members of the model require of those who see or call them, each once; the place of one is its number.</summary>
    public static IReadOnlyList<RequirementSpec> Requirements(this ModelSpec model) =>
    [
        .. model.Attributes.Select(static one => one.Visibility?.Requirement)
            .Concat(model.Collections.Select(static one => one.Visibility?.Requirement))
            .Concat(model.Children.Select(static one => one.Visibility?.Requirement))
            .Concat(model.Computed.SelectMany(static one => one.Requirements))
            .Concat(model.ExposedMethods.Select(static one => one.CallableBy))
            .OfType<RequirementSpec>()
            .Distinct(),
    ];

    public static string LabelOf(this ModelSpec model, AttributeSpec attribute) => Of(model, attribute.Visibility?.Requirement);

    public static string LabelOf(this ModelSpec model, CollectionSpec collection) => Of(model, collection.Visibility?.Requirement);

    public static string LabelOf(this ModelSpec model, ChildSpec child) => Of(model, child.Visibility?.Requirement);

    public static string LabelOf(this ModelSpec model, MethodSpec method) => Of(model, method.CallableBy);

    public static string LabelOf(this ModelSpec model, ComputedSpec computed) =>
        string.Join("+", computed.Requirements.Select(one => Number(model, one)).OrderBy(static number => number).Select(Text));

    /// <summary>What it takes to be told of one of several parts.</summary>
    public static string Any(IEnumerable<string> labels)
    {
        string[] all = [.. labels.SelectMany(static label => label.Split('|')).Distinct()];
        return all.Contains("") ? "" : string.Join("|", all);
    }

    private static string Of(ModelSpec model, RequirementSpec? requirement) => requirement is null ? "" : Text(Number(model, requirement));

    private static int Number(ModelSpec model, RequirementSpec requirement) => model.Requirements().TakeWhile(one => !one.Equals(requirement)).Count();

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
