using Microsoft.CodeAnalysis;

namespace Capsule.Generators.Tests.Diagnostics;

/// <summary>A mistake and what is said about it.</summary>
/// <param name="Id">Of the diagnostic.</param>
/// <param name="Name">What is wrong, in a few words.</param>
/// <param name="Source">With <c>[|</c> and <c>|]</c> around the one place that the diagnostic points at, unless that is in the ledger.</param>
/// <param name="Message">All of it.</param>
public sealed record DiagnosticCase(string Id, string Name, string Source, string Message)
{
    /// <summary>Whether it stops the build.</summary>
    public DiagnosticSeverity Severity { get; init; } = DiagnosticSeverity.Error;

    /// <summary>The source of an assembly that it refers to.</summary>
    public string? Library { get; init; }

    /// <summary>The schema ledger, if one is kept; then the place may be in it.</summary>
    public string? Ledger { get; init; }

    /// <summary>The access report, if one is kept.</summary>
    public string? Report { get; init; }

    /// <summary>Whether the place is in the ledger.</summary>
    public bool IsInLedger => Ledger?.Contains("[|", StringComparison.Ordinal) == true;

    public override string ToString() => $"{Id}: {Name}";
}
