using Capsule.Generators.Models;
using Microsoft.CodeAnalysis;

namespace Capsule.Generators.Parsing;

/// <summary>The names on the wire that a class or a member had before.</summary>
internal static class FormerNames
{
    public static EquatableArray<string> Of(ISymbol symbol) =>
        Annotations(symbol).Select(static annotation => annotation.FirstText()).OfType<string>().Distinct().ToEquatableArray();

    /// <summary>The <c>[Renamed]</c> on it, in the order in which they are written.</summary>
    public static IEnumerable<AttributeData> Annotations(ISymbol symbol) =>
        symbol.GetAttributes().Where(static annotation => annotation.AttributeClass.Is(KnownNames.Namespace, KnownNames.Renamed));
}
