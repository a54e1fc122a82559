using Microsoft.CodeAnalysis;

namespace Capsule.Generators.Diagnostics;

/// <summary>All rules about one class.</summary>
internal static class ModelRules
{
    /// <summary>The class, or those of its members, that the generator leaves out.</summary>
    public static HashSet<ISymbol> Rejected(INamedTypeSymbol model, Compilation compilation) => new(SymbolEqualityComparer.Default);
}
