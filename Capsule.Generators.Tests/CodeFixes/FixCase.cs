using Microsoft.CodeAnalysis.CodeFixes;

namespace Capsule.Generators.Tests.CodeFixes;

/// <summary>A mistake, and what the editor makes of it.</summary>
public sealed record FixCase(CodeFixProvider Provider, string Title, string Before, string After)
{
    /// <summary>The schema ledger, if one is kept.</summary>
    public string? Ledger { get; init; }

    public override string ToString() => $"{Provider.GetType().Name}: {Before.ReplaceLineEndings(" ")}";
}
