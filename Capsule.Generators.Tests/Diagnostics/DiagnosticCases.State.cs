using Microsoft.CodeAnalysis;

namespace Capsule.Generators.Tests.Diagnostics;

internal static partial class DiagnosticCases
{
    private const string Forgotten =
        "but nobody is told, no turn takes it back, and it is gone when the tree is loaded again: make it a partial property, with [ServerOnly] if clients must not see it";

    private static readonly DiagnosticCase[] State =
    [
        Untracked("a field", "internal int [|_count|] = 1;", $"'_count' can be set, {Forgotten}"),
        Untracked("a list that is readonly", "internal readonly System.Collections.Generic.List<string> [|_names|] = [];", $"'_names' is of type 'List', whose items can change, {Forgotten}"),
        Untracked("an array that is readonly", "internal readonly int[] [|_counts|] = [1];", $"'_counts' is an array, whose elements can be set, {Forgotten}"),
        Untracked("a property that is not public", "private string [|Note|] { get; set; } = \"\";", $"'Note' can be set, {Forgotten}"),
        Untracked("a list in a property that is not public", "internal System.Collections.Generic.IDictionary<string, int> [|Counts|] { get; } = null!;",
            $"'Counts' is of type 'IDictionary', whose items can change, {Forgotten}"),
    ];

    private static DiagnosticCase Untracked(string name, string members, string message) =>
        InCard("CAP0063", name, members, message) with { Severity = DiagnosticSeverity.Warning };
}
