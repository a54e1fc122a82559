using Microsoft.CodeAnalysis;

namespace Capsule.Generators.Parsing.Computed;

/// <summary>What a computed property looks like.</summary>
internal static class ComputedShape
{
    private static readonly string[] Settable = [KnownNames.ClientEditable, KnownNames.Immutable, KnownNames.Radio, KnownNames.Reference, KnownNames.Transient];

    /// <summary>The end of a sentence that begins with "it", or null where nothing is wrong.</summary>
    public static string? Problem(IPropertySymbol property, CancellationToken cancellation) => property switch
    {
        { IsStatic: true } => "is static, and every model computes its own",
        { IsIndexer: true } => "is an indexer",
        { IsPartialDefinition: true } => "is partial, and what is partial is an attribute",
        { IsVirtual: true } or { IsOverride: true } or { IsAbstract: true } => "is virtual, abstract or an override, and no model derives from another",
        { RefKind: not RefKind.None } => "returns a reference",
        { SetMethod: not null } => "has a setter, but follows from other members",
        { DeclaredAccessibility: not (Accessibility.Public or Accessibility.Internal) } => "is neither public nor internal, but the mirror shows it",
        _ when ModelMembers.IsOnServer(property) => OnServerProblem(property, cancellation),
        _ => ComputedBody.Syntax(property, cancellation) is null ? "has no getter that is one expression" : null,
    };

    private static string? OnServerProblem(IPropertySymbol property, CancellationToken cancellation) =>
        Settable.FirstOrDefault(property.Has) is { } annotation ? $"is [{annotation.Substring(0, annotation.Length - "Attribute".Length)}] too, but follows from other members"
        : property.Has(KnownNames.ServerOnly) ? "is [ServerOnly] too, and a value that no client gets is a property without [Computed]"
        : ComputedBody.HasOne(property, cancellation) ? null
        : "has no getter that computes it";
}
