using Microsoft.CodeAnalysis;

namespace Capsule.Generators.Diagnostics;

/// <summary>All rules about one class. The analyzers report what these find, and the generator leaves it out.</summary>
internal static class ModelRules
{
    /// <summary>A family of rules; an analyzer stands for each.</summary>
    internal delegate IEnumerable<Finding> Family(INamedTypeSymbol model, Compilation compilation);

    private static readonly Family[] OfMembers = [PropertyRules.Check, NameRules.Check, MethodRules.Check, BroadcastRules.Check, RecordRules.Check];

    /// <summary>The class, or those of its members, that the generator leaves out.</summary>
    public static HashSet<ISymbol> Rejected(INamedTypeSymbol model, Compilation compilation)
    {
        var rejected = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (Finding finding in ClassRules.Check(model, compilation))
        {
            rejected.Add(finding.Symbol);
            return rejected;
        }

        foreach (Family check in OfMembers)
        {
            foreach (Finding finding in check(model, compilation))
            {
                rejected.Add(finding.Symbol);
            }
        }

        return rejected;
    }
}
