using Microsoft.CodeAnalysis;

namespace Capsule.Generators.Diagnostics;

/// <summary>What no partial property of a model may be.</summary>
internal static class Shape
{
    /// <summary>The end of a sentence that begins with "it", or null where nothing is wrong.</summary>
    public static string? Problem(IPropertySymbol property) => property switch
    {
        { IsStatic: true } => "is static, and every model has its own",
        { IsIndexer: true } => "is an indexer",
        { IsRequired: true } => "is required, but a model is also made from what comes over the wire",
        { IsVirtual: true } or { IsOverride: true } or { IsAbstract: true } => "is virtual, abstract or an override, but an attribute is the same in all models that inherit it",
        { RefKind: not RefKind.None } => "returns a reference, through which it would change without notice",
        { GetMethod: null } => "has no getter",
        _ => null,
    };
}
