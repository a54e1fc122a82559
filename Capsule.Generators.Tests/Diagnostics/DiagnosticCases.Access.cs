using Microsoft.CodeAnalysis;

namespace Capsule.Generators.Tests.Diagnostics;

internal static partial class DiagnosticCases
{
    private static readonly DiagnosticCase[] Access =
    [
        Unasked("a rule that is not there", "[VisibleTo([|\"MaySee\"|])] public partial string Face { get; set; }", "'Card' has no method 'MaySee' of its own: write 'protected bool MaySee(CapsuleUser user) => …;'"),
        Unasked("a rule that is no method", "[VisibleTo([|nameof(Open)|])] public partial string Face { get; set; } public partial bool Open { get; set; }",
            "'Card' has no method 'Open' of its own: write 'protected bool Open(CapsuleUser user) => …;'"),
        Unasked("a rule without the user", "[VisibleTo([|nameof(MaySee)|])] public partial string Face { get; set; } private bool MaySee() => true;",
            "'MaySee' is no rule: write 'private bool MaySee(CapsuleUser user) => …;'"),
        Unasked("a rule that waits", "[VisibleTo([|nameof(MaySee)|])] public partial string Face { get; set; } private async System.Threading.Tasks.Task<bool> MaySee(CapsuleUser user) { await System.Threading.Tasks.Task.Yield(); return true; }",
            "'MaySee' is no rule: write 'private bool MaySee(CapsuleUser user) => …;'"),
        Unasked("a generic rule", "[ChildCollection, VisibleTo([|nameof(MaySee)|])] public partial ModelCollection<Note> Face { get; } protected bool MaySee<T>(CapsuleUser user) => true;",
            "'MaySee' is no rule: write 'protected bool MaySee(CapsuleUser user) => …;'"),
        Unasked("a rule that the class does not override", "[ChildModel, VisibleTo([|nameof(CanEdit)|])] public partial Note Face { get; }",
            "'Card' has no method 'CanEdit' of its own: write 'protected bool CanEdit(CapsuleUser user) => …;'"),
        Unasked("nothing at all", "[[|VisibleTo|]] public partial string Face { get; set; }", "[VisibleTo] names no rule, no roles and no policy: name one of them, or remove it"),
        Unasked("roles of which there are none", "[[|VisibleTo(Roles = \" , \")|]] public partial string Face { get; set; }", "[VisibleTo] names no rule, no roles and no policy: name one of them, or remove it"),
        Unasked("a rule of what the server computes", "[Computed(OnServer = true), VisibleTo([|\"MaySee\"|])] public string Face => \"\";",
            "'Card' has no method 'MaySee' of its own: write 'protected bool MaySee(CapsuleUser user) => …;'"),
        Empty("roles that may edit", "[[|ClientEditable(Roles = \"\")|]] public partial string Face { get; set; }", "ClientEditable", "Roles"),
        Empty("a policy of a collection", "[[|ChildCollection(Policy = \" \")|]] public partial ModelCollection<Note> Face { get; }", "ChildCollection", "Policy"),
        Empty("roles that may call", "[[|Exposed(Roles = \",\", Policy = \"chiefs\")|]] public void Face() { }", "Exposed", "Roles"),
        Empty("roles beside a rule", "[[|VisibleTo(nameof(MaySee), Roles = \"\")|]] public partial string Face { get; set; } private bool MaySee(CapsuleUser user) => true;", "VisibleTo", "Roles"),
        Empty("the policy of what the server computes", "[Computed(OnServer = true), [|VisibleTo(Roles = \"chief\", Policy = \"\")|]] public string Face => \"\";", "VisibleTo", "Policy"),
        new("CAP0025", "a rule that is private to the base", """
            [CapsuleModel] public partial class Thing { private bool MaySee(CapsuleUser user) => true; }
            [CapsuleModel] public partial class Card : Thing { [VisibleTo([|"MaySee"|])] public partial string Face { get; set; } }
            """, "Who sees 'Face' is not said, because 'MaySee' is private to 'Thing': write 'protected bool MaySee(CapsuleUser user) => …;'"),
        InCard("CAP0014", "hidden and computed in the browser", "public partial int Count { get; set; } [Computed, VisibleTo(Roles = \"chief\")] public int [|Twice|] => Count * 2;",
            "'Twice' is annotated with both [Computed] and [VisibleTo]: every browser computes it from what it has; hide what it is computed from, or write [Computed(OnServer = true)]"),
        InCard("CAP0007", "hidden and not partial", "[VisibleTo(Roles = \"chief\")] internal string [|Face|] => \"\";",
            "'Face' is not partial, so its changes are neither tracked nor sent: write 'partial' before its type, or make it no public property with annotations if it is meant to stay on this server"),

        Elsewhere("a collection", "[|Notes|].Count > 0", "reads the collection 'Notes'"),
        Elsewhere("items", "System.Linq.Enumerable.Any([|Notes|], note => note.Text.Length > 0)", "reads the collection 'Notes'"),
        Elsewhere("siblings", "Parent is Desk desk && [|desk.Cards|][0] == this", "reads the collection 'Cards'"),
        Elsewhere("its place among siblings", "[|Collection|]?.IndexOf(this) == 0", "reads the collection 'Collection'"),
        Elsewhere("what a reference points at", "[|Answer?.Text|] == user.Name", "reads what 'Answer' refers to"),
        Elsewhere("what a reference that is there points at", "Answer != null && [|Answer.Text|] == user.Name", "reads what 'Answer' refers to"),
        Elsewhere("a pattern of what a reference points at", "[|Answer is { Text: \"x\" }|]", "reads what 'Answer' refers to"),
        Elsewhere("a variable of what a reference points at", "[|Answer is { } answer|] && answer.Text == user.Name", "reads what 'Answer' refers to"),
        Elsewhere("a clock", "At < [|DateTimeOffset.UtcNow|]", "reads the clock 'DateTimeOffset'"),
        Elsewhere("a provider of time", "At < [|TimeProvider.System.GetUtcNow()|]", "reads the clock 'TimeProvider'"),
        Elsewhere("chance", "[|Random.Shared.Next()|] > 3", "asks 'Random' for something that is different each time"),
        Elsewhere("the turn", "[|Tree.CurrentTurn|] != null", "reads 'CurrentTurn' of the tree"),
        Elsewhere("a model by its id", "[|Tree.Find<Note>(default)|] != null", "reads 'Find' of the tree"),
        Elsewhere("a static field", "[|s_open|]", "reads 's_open', which is static and can be set"),
        Elsewhere("a static property", "[|Settings.Open|]", "reads 'Open', which is static and can be set"),
        Elsewhere("a clock in another method", "[|IsLate()|]", "calls 'IsLate', which reads the clock 'DateTime'"),
        Elsewhere("a clock in a getter of another getter", "[|IsNearlyLate|]", "calls 'IsNearlyLate', which calls 'IsLate', which reads the clock 'DateTime'"),
        new("CAP0026", "a rule that a member names and that reads the clock", """
            [CapsuleModel] public partial class Card
            {
                [VisibleTo(nameof(IsOver))] public partial string Face { get; set; }
                public partial DateTime At { get; set; }
                private bool IsOver(CapsuleUser user) { return user.IsAuthenticated && At < [|DateTime.Now|]; }
            }
            """, $"'IsOver' reads the clock 'DateTime'{NotAgain}") { Severity = DiagnosticSeverity.Warning },
        new("CAP0026", "a rule that a derived model names", """
            [CapsuleModel] public partial class Thing { protected bool IsOver(CapsuleUser user) => DateTime.MinValue < [|DateTime.Today|]; }
            [CapsuleModel] public partial class Card : Thing { [VisibleTo(nameof(IsOver))] public partial string Face { get; set; } }
            """, $"'IsOver' reads the clock 'DateTime'{NotAgain}") { Severity = DiagnosticSeverity.Warning },
        new("CAP0064", "a rule of a member that waits", """
            [CapsuleModel] public partial class Card
            {
                [VisibleTo(nameof(MaySee))] public partial string Face { get; set; }
                private bool MaySee(CapsuleUser user) => [|System.Threading.Tasks.Task.FromResult(true).Result|];
            }
            """, $"'MaySee' waits for a task{Asked}") { Severity = DiagnosticSeverity.Warning },

        Narrower("an attribute that some see", "Secret.Length", "[|Secret|].Length", "Secret", "it is [VisibleTo] some alone"),
        Narrower("a child model that some see", "Vault.Code", "[|Vault|].Code", "Vault", "it is [VisibleTo] some alone"),
        Narrower("a model above", "Ancestor<Desk>()!.Budget", "[|Ancestor<Desk>()!.Budget|]", "Budget", "it is [VisibleTo] some alone"),
        Narrower("items that some see", "Notes.Count", "[|Notes|].Count", "Notes", "CanRead of 'Note' shows it to some alone"),
        Narrower("a reference to what some see", "Answer == null ? 0 : 1", "[|Answer|] == null ? 0 : 1", "Answer", "CanRead of 'Note' shows it to some alone"),

        Undecided("a member", "public partial string Title { get; set; } public partial string [|Text|] { get; set; }", "Text"),
        Undecided("a method", "public partial string Title { get; set; } [Exposed] public void [|Go|]() { }", "Go"),
        Undecided("a computed value", "public partial string Title { get; set; } [Computed] public int [|Length|] => Title.Length;", "Length"),
        new("CAP0028", "a model that came after the access report", "namespace Desk; [CapsuleModel] public partial class [|Note|] { public partial string Text { get; set; } }", Late("Note"))
        {
            Severity = DiagnosticSeverity.Warning,
            Report = Reported,
        },

        new("CAP0029", "a method that nobody may call", """
            [CapsuleModel] partial class Board
            {
                [ChildCollection] public partial ModelCollection<Lane> Lanes { get; }
                protected override bool CanRead(CapsuleUser user) => true;
                protected override bool CanCall(CapsuleUser user, string method) => true;
            }
            [CapsuleModel] partial class Lane { [Exposed] public void [|Clear|]() { } }
            """,
            "'Clear' is [Exposed], but neither 'Lane' nor any model that it can stand below overrides CanEdit, nor 'Lane' CanCall, so every client is refused: override one of them, or write [ServerCallable]")
        {
            Severity = DiagnosticSeverity.Warning,
        },
    ];

    private const string NotAgain =
        ", and is not asked again when that changes: decide by the model's own attributes and child models, by what is above it and by the user; or call InvalidateVisibility where it changes, and silence this";

    private const string Reported = "# Who\n\n## Card\n\n`Desk.Card` stands.\n\n| Member | Who |\n| --- | --- |\n| `Title` | all |\n\n## Other\n\n`Desk.Other` stands.\n\n| `Text` | all |\n| `Go` | all |\n| `Length` | all |\n";

    private static DiagnosticCase Unasked(string name, string members, string problem) => InCard("CAP0025", name, members, $"Who sees 'Face' is not said, because {problem}");

    private static DiagnosticCase Empty(string name, string members, string annotation, string empty) =>
        InCard("CAP0066", name, members, $"The {empty} of [{annotation}] on 'Face' names nothing, so it would ask for nothing: name what a user needs, or leave {empty} out");

    private static DiagnosticCase Elsewhere(string name, string rule, string what) => new(
        "CAP0026", $"a rule that reads {name}", $$"""
        [CapsuleModel] public partial class Desk { [ChildCollection] public partial ModelCollection<Card> Cards { get; } [ChildCollection] public partial ModelCollection<Note> Answers { get; } }
        [CapsuleModel] public partial class Card
        {
            public partial DateTimeOffset At { get; set; }
            [Reference] public partial Note? Answer { get; set; }
            [ChildCollection] public partial ModelCollection<Note> Notes { get; }
            protected override bool CanRead(CapsuleUser user) => {{rule}};
            private bool IsNearlyLate { get { return IsLate(); } }
            private bool IsLate() => At < DateTime.Now && s_open;
            private static bool s_open = true;
        }
        [CapsuleModel] public partial class Note { public partial string Text { get; set; } }
        public static class Settings { public static bool Open { get; set; } }
        """, $"'CanRead' {what}{NotAgain}")
    {
        Severity = DiagnosticSeverity.Warning,
    };

    private static DiagnosticCase Narrower(string name, string plain, string marked, string property, string reason) => new(
        "CAP0027", $"a computed value that reads {name}", $$"""
        [CapsuleModel] public partial class Desk
        {
            [VisibleTo(Roles = "chief")] public partial int Budget { get; set; }
            [ChildCollection] public partial ModelCollection<Card> Cards { get; }
        }
        [CapsuleModel] public partial class Card
        {
            [VisibleTo(nameof(IsMine))] public partial string Secret { get; set; }
            [ChildModel, VisibleTo(Policy = "audit")] public partial Vault Vault { get; }
            [ChildCollection] public partial ModelCollection<Note> Notes { get; }
            [Reference] public partial Note? Answer { get; set; }
            [Computed] public int Sum => {{marked}};
            [Computed(OnServer = true)] public int Kept => {{plain}};
            private bool IsMine(CapsuleUser user) => user.Is("chief");
        }
        [CapsuleModel] public partial class Vault { public partial int Code { get; set; } }
        [CapsuleModel] public partial class Note { public partial string Text { get; set; } protected override bool CanRead(CapsuleUser user) => user.Is("chief"); }
        """,
        $"'Sum' is computed in the browser too, where '{property}' is not there for everyone, because {reason}: write [Computed(OnServer = true)], with a [VisibleTo] of its own unless all may know what it comes to, or show '{property}' to all who see 'Sum'")
    {
        Severity = DiagnosticSeverity.Warning,
    };

    private static DiagnosticCase Undecided(string name, string members, string member) =>
        new("CAP0028", $"{name} that came after the access report", $"namespace Desk; [CapsuleModel] public partial class Card {{ {members} }}", Late(member)) { Severity = DiagnosticSeverity.Warning, Report = Reported };

    private static string Late(string name) =>
        $"'{name}' is not in the access report 'capsule.access.md', so nobody has looked at who may see and use it: run 'dotnet build -t:CapsuleAccess', and check in what it says";
}
