using Capsule.Generators.Models;
using Capsule.Generators.Parsing;
using Microsoft.CodeAnalysis;

namespace Capsule.Generators.Diagnostics;

/// <summary>Rules about models of one compilation whose mirrors would declare the same.</summary>
internal static class DuplicateModelRules
{
    public static IEnumerable<Diagnostic> Check(IEnumerable<INamedTypeSymbol> models)
    {
        var declared = new Dictionary<string, INamedTypeSymbol>(StringComparer.Ordinal);
        foreach (INamedTypeSymbol model in models.Where(HasName).OrderBy(PathOf, StringComparer.Ordinal).ThenBy(PositionOf))
        {
            string[] names = [.. NamesOf(model)];
            if (names.FirstOrDefault(declared.ContainsKey) is { } name)
            {
                yield return Diagnostic.Create(
                    Descriptors.DuplicateModelName, Places.OfWireName(model), model.ToDisplayString(), name, declared[name].ToDisplayString());
                continue;
            }

            foreach (string own in names)
            {
                declared.Add(own, model);
            }
        }
    }

    /// <summary>What a mirror declares.</summary>
    private static IEnumerable<string> NamesOf(INamedTypeSymbol model)
    {
        string name = WireName.ToMirrorName(WireNames.OfModel(model));
        return [name, name + "Schema", name + "Input"];
    }

    /// <summary>The rules about names object to any other.</summary>
    private static bool HasName(INamedTypeSymbol model) => WireName.IsValid(WireNames.OfModel(model));

    private static string PathOf(INamedTypeSymbol model) => Places.OfModel(model).SourceTree?.FilePath ?? "";

    private static int PositionOf(INamedTypeSymbol model) => Places.OfModel(model).SourceSpan.Start;
}
