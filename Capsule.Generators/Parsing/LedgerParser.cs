using System.Collections.Immutable;
using Capsule.Generators.Ledger;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Capsule.Generators.Parsing;

/// <summary>Finds the ledger among what the build gives to the compiler.</summary>
internal static class LedgerParser
{
    /// <summary>On the compiler's copy of the ledger: the path of the file that people see.</summary>
    private const string Original = "build_metadata.AdditionalFiles.CapsuleLedger";

    private const string Accept = "build_property.CapsuleAcceptSchema";

    public static LedgerState? Parse((AdditionalText File, AnalyzerConfigOptionsProvider Options) pair, CancellationToken cancellation) =>
        OriginalOf(pair.File, pair.Options) is null
            ? null
            : new(LedgerReader.Read(pair.File.GetText(cancellation)?.ToString() ?? "").Document, Accepts(pair.Options));

    public static LedgerState? First(ImmutableArray<LedgerState?> ledgers, CancellationToken cancellation) => ledgers.FirstOrDefault(static one => one is not null);

    /// <summary>The path of the file that people see; null for another file.</summary>
    public static string? OriginalOf(AdditionalText file, AnalyzerConfigOptionsProvider options) =>
        options.GetOptions(file).TryGetValue(Original, out string? path) && path.Length > 0 ? path : null;

    public static bool Accepts(AnalyzerConfigOptionsProvider options) =>
        options.GlobalOptions.TryGetValue(Accept, out string? value) && string.Equals(value, "true", StringComparison.OrdinalIgnoreCase);
}
