using Capsule.Generators.Ledger;
using Capsule.Generators.Models;
using Capsule.Generators.Parsing;
using Microsoft.CodeAnalysis;

namespace Capsule.Generators.Diagnostics;

/// <summary>Rules about <c>[Renamed]</c>: it tells of a name that something had, and that nothing else has.</summary>
internal static class RenamedRules
{
    /// <param name="model">The class.</param>
    /// <param name="before">What the ledger has of it, if it has something.</param>
    /// <param name="ledger">The ledger; null where none is kept.</param>
    public static IEnumerable<Diagnostic> Check(INamedTypeSymbol model, LedgerModel? before, LedgerDocument? ledger)
    {
        IPropertySymbol[] properties = [.. ModelMembers.DataProperties(model)];
        IMethodSymbol[] methods = [.. ModelMembers.Methods(model)];
        return CheckOne(model, WireNames.OfModel(model), [], name => ledger is null || before?.Was.Contains(name) == true || before?.Name == name)
            .Concat(properties.SelectMany(one => CheckOne(one, WireNames.OfMember(one), properties.Select(WireNames.OfMember), name => WasMember(isMethod: false, name))))
            .Concat(methods.SelectMany(one => CheckOne(one, WireName.FromName(one.Name), methods.Select(static other => WireName.FromName(other.Name)), name => WasMember(isMethod: true, name))));

        bool WasMember(bool isMethod, string name) =>
            ledger is null || before?.Members.Any(member => member.IsMethod == isMethod && (member.Name == name || member.Was.Contains(name))) == true;
    }

    /// <summary>A name that another class has is no former one.</summary>
    public static IEnumerable<Diagnostic> CheckModels(IEnumerable<(INamedTypeSymbol Symbol, LedgerModel Model)> models)
    {
        var present = new HashSet<string>(models.Select(static one => one.Model.Name), StringComparer.Ordinal);
        return models.SelectMany(one => FormerNames.Annotations(one.Symbol)
            .Where(annotation => annotation.FirstText() is { } name && name != one.Model.Name && present.Contains(name))
            .Select(annotation => Create(annotation, one.Symbol, annotation.FirstText()!, "another model has that name: rename that one, or write what this one was called")));
    }

    private static IEnumerable<Diagnostic> CheckOne(ISymbol symbol, string own, IEnumerable<string> present, Func<string, bool> isKnown)
    {
        foreach (AttributeData annotation in FormerNames.Annotations(symbol))
        {
            if (annotation.FirstText() is { } name && Problem(name, own, present, isKnown) is { } problem)
            {
                yield return Create(annotation, symbol, name, problem);
            }
        }
    }

    private static string? Problem(string name, string own, IEnumerable<string> present, Func<string, bool> isKnown) =>
        name == own ? "that is its name on the wire now: write the one that it had before"
        : present.Contains(name) ? "another member has that name: rename that one, or write what this one was called"
        : isKnown(name) ? null
        : isKnown(WireName.FromName(name)) ? $"the ledger has names as they are on the wire: write [Renamed(\"{WireName.FromName(name)}\")]"
        : "the ledger knows of none with that name: write the name on the wire that it had, or remove the annotation";

    private static Diagnostic Create(AttributeData annotation, ISymbol symbol, string name, string problem) =>
        Diagnostic.Create(Descriptors.RenamedFromNothing, Places.OfAnnotation(annotation, symbol), symbol.Name, name, problem);
}
