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
        Waiting("a rule that waits for a task", "CanEdit(CapsuleUser user) => [|System.Threading.Tasks.Task.FromResult(true).Result|];", "'CanEdit' waits for a task"),
        Waiting("a rule that waits for a task by its awaiter", "CanRead(CapsuleUser user) => [|System.Threading.Tasks.Task.FromResult(true).GetAwaiter().GetResult()|];", "'CanRead' waits for a task"),
        Waiting("a rule that reads a file", "CanRemove(CapsuleUser user) { if (user.IsAuthenticated) { return [|System.IO.File.Exists(\"x\")|]; } return false; }",
            "'CanRemove' calls 'File', which is outside of the tree"),
        Waiting("a rule that sleeps", "CanAdd(CapsuleUser user, ModelCollection collection, CapsuleModel item) { [|System.Threading.Thread.Sleep(1)|]; return true; }", "'CanAdd' makes the thread wait"),
        new("CAP0064", "a collection's rule that asks another server", """
            [CapsuleModel] public partial class Note;
            public class Notes : ModelCollection<Note>
            {
                public override bool CanMove(CapsuleUser user, Note item) => [|new System.Net.Http.HttpClient().Timeout|].Ticks > 0;
            }
            """, $"'CanMove' calls 'HttpClient', which is outside of the tree{Asked}") { Severity = DiagnosticSeverity.Warning },
        new("CAP0065", "an attribute that nobody may edit", """
            [CapsuleModel] partial class Board
            {
                public partial string Name { get; set; }
                [ChildCollection] public partial ModelCollection<Lane> Lanes { get; }
                protected override bool CanRead(CapsuleUser user) => true;
            }
            [CapsuleModel] partial class Lane { [ClientEditable] public partial string [|Title|] { get; set; } }
            """,
            "'Title' is [ClientEditable], but neither 'Lane' nor any model that it can stand below overrides CanEdit, so every client is refused: override it in the root, or remove the annotation")
        {
            Severity = DiagnosticSeverity.Warning,
        },
    ];

    private const string Asked = ": it is asked in a turn, and all who use the tree wait for the answer; decide by attributes, parents and the user alone";

    private static DiagnosticCase Waiting(string name, string rule, string message) =>
        InCard("CAP0064", name, $"protected override bool {rule}", message + Asked) with { Severity = DiagnosticSeverity.Warning };

    private static DiagnosticCase Untracked(string name, string members, string message) =>
        InCard("CAP0063", name, members, message) with { Severity = DiagnosticSeverity.Warning };
}
