namespace Capsule.Generators.Tests.SchemaLedger;

/// <summary>Every kind of change, compatible or not. The table of docs/schema-ledger.md is this one in words.</summary>
internal static class SchemaChanges
{
    private const string Title = "public partial string Title { get; set; } ";

    private const string OnServer = "[Computed(OnServer = true)] public int Points => 1; ";

    private const string Rule = "protected override bool CanEdit(CapsuleUser user) => true; ";

    public static readonly SchemaChange[] All =
    [
        Unseen("nothing", Title, Title),
        Unseen("the order of members", Title + "public partial int Points { get; set; } ", "public partial int Points { get; set; } " + Title),
        Unseen("the name in C# alone", Title, "[JsonPropertyName(\"title\")] public partial string Caption { get; set; } "),
        Unseen("an attribute for servers more", Title, Title + "[ServerOnly] public partial string Owner { get; set; }"),
        Unseen("an attribute for servers that takes more", "[ServerOnly] public partial int Rank { get; set; }", "[ServerOnly] public partial double? Rank { get; set; }"),
        Unseen("a method for servers more", Title, Title + "[ServerCallable] public void Sweep() { }"),
        Unseen("a method for servers that is gone", Title + "[ServerCallable] public void Sweep() { }", Title),
        Unseen("a method for servers that takes another argument", "[ServerCallable] public void Sweep(int far) { }", "[ServerCallable] public void Sweep(Guid what) { }"),
        Unseen("an attribute that the server computes now", "public partial int Points { get; set; }", OnServer),
        Unseen("an attribute that the server no longer computes", OnServer, "public partial int Points { get; set; }"),
        Unseen("an attribute that is stored now", "[Transient] " + Title, Title),
        Unseen("a rule", Title, "[System.ComponentModel.DataAnnotations.StringLength(9)] " + Title),

        Kept("an attribute more", Title, Title + "public partial int Points { get; set; }"),
        Kept("an attribute more that the server computes", Title, Title + OnServer),
        Kept("a value that the server computes now, and not the browser", "[Computed] public int Points => 1;", OnServer),
        Kept("an attribute more that clients may edit", Rule + Title, Rule + Title + "[ClientEditable] public partial int Points { get; set; }"),
        Kept("an attribute more whose rules nothing breaks", Rule + Title,
            Rule + Title + "[ClientEditable, System.ComponentModel.DataAnnotations.StringLength(9)] public partial string Note { get; set; }"),
        Kept("an attribute more whose initial value keeps its rules", Rule + Title,
            Rule + Title + "[ClientEditable, System.ComponentModel.DataAnnotations.Required] public partial string Note { get; set; } = \"none\";"),
        Kept("an attribute of servers that clients see now", "[ServerOnly] " + Title, Title),
        Kept("an attribute that clients may edit now", Rule + Title, Rule + "[ClientEditable] " + Title),
        Kept("an attribute that may be set again", Rule + "[ClientEditable, Immutable] " + Title, Rule + "[ClientEditable] " + Title),
        Kept("an enum in another order", Kind("A, B"), Kind("B, A")),
        Kept("a method more", Title, Title + "[Exposed] public void Go() { }"),
        Kept("a method of servers that clients may call now", "[ServerCallable] public void Go() { }", "[Exposed] public void Go() { }"),
        Kept("a method renamed", "[Exposed] public void Go() { }", "[Exposed, Renamed(\"go\")] public void Run() { }"),
        Kept("an argument more that may be left out", "[Exposed] public void Go() { }", "[Exposed] public void Go(int far = 1) { }"),
        Kept("an argument that takes more", "[Exposed] public void Go(int far) { }", "[Exposed] public void Go(double? far) { }"),
        Kept("an argument that may be left out now", "[Exposed] public void Go(int far) { }", "[Exposed] public void Go(int far = 1) { }"),
        Kept("a result that is never null now", "[Exposed] public string? Go() => null;", "[Exposed] public string Go() => \"\";"),

        Reload("an attribute more that a client must give", Rule + Title, Rule + Title + "[ClientEditable, System.ComponentModel.DataAnnotations.Required] public partial string Note { get; set; }"),
        Reload("an attribute more that zero is not in the range of", Rule + Title, Rule + Title + "[ClientEditable, System.ComponentModel.DataAnnotations.Range(1, 5)] public partial int Stars { get; set; }"),
        Reload("a collection more", Title, Title + "[ChildCollection] public partial ModelCollection<Note> Notes { get; }"),
        Reload("a child more", Title, Title + "[ChildModel] public partial Note Note { get; }"),
        Reload("an attribute renamed", Title, "[Renamed(\"title\")] public partial string Caption { get; set; }"),
        Reload("a collection renamed", "[ChildCollection] public partial ModelCollection<Note> Notes { get; }", "[ChildCollection, Renamed(\"notes\")] public partial ModelCollection<Note> Remarks { get; }"),
        Reload("an attribute that may be null now", Title, "public partial string? Title { get; set; }"),
        Reload("an attribute that null is no value of any more, with a default", "public partial int? Points { get; set; }", "public partial int Points { get; set; } = 3;"),
        Reload("a value of the server's that is never null now", "[Computed(OnServer = true)] public int? Points => 1;", OnServer),
        Reload("a number that takes more", "public partial byte Points { get; set; }", "public partial double Points { get; set; }"),
        Reload("a text that was an id", "public partial Guid Owner { get; set; }", "public partial string Owner { get; set; }"),
        Reload("an enum with a member more", Kind("A"), Kind("A, B")),
        Reload("a list whose items take more", "public partial IReadOnlyList<int> Marks { get; set; }", "public partial IReadOnlyList<double?> Marks { get; set; }"),
        Reload("a record with a field more that may be null", Place("string Town"), Place("string Town, int? Zip")),
        Reload("a child that may be none now", "[ChildModel] public partial Note Note { get; }", "[ChildModel] public partial Note? Note { get; set; }"),
        Reload("a radio", "public partial bool Pinned { get; set; }", "[Radio] public partial bool Pinned { get; set; }"),
        Reload("a result that may be null now", "[Exposed] public string Go() => \"\";", "[Exposed] public string? Go() => null;"),
        Reload("a result where there was none", "[Exposed] public void Go() { }", "[Exposed] public int Go() => 1;"),

        Broken("CAP0050", "an attribute less", Title + "public partial int Points { get; set; }", Title),
        Broken("CAP0050", "an attribute of servers less", Title + "[ServerOnly] public partial string? Owner { get; set; }", Title),
        Broken("CAP0050", "a value of the server's less", Title + OnServer, Title),
        Broken("CAP0050", "a value that the browser computes now, and not the server", OnServer, "[Computed] public int Points => 1;"),
        Broken("CAP0050", "a collection less", Title + "[ChildCollection] public partial ModelCollection<Note> Notes { get; }", Title),
        Broken("CAP0050", "a child less", Title + "[ChildModel] public partial Note? Note { get; set; }", Title),
        Broken("CAP0050", "a method less", Title + "[Exposed] public void Go() { }", Title),
        Broken("CAP0051", "an attribute called otherwise", Title, "public partial string Caption { get; set; }"),
        Broken("CAP0051", "a method called otherwise", "[Exposed] public void Go() { }", "[Exposed] public void Run() { }"),
        Broken("CAP0052", "another type", Title, "public partial bool Title { get; set; }"),
        Broken("CAP0052", "a number that takes less", "public partial double Points { get; set; }", "public partial int Points { get; set; }"),
        Broken("CAP0052", "a collection of other items", "[ChildCollection] public partial ModelCollection<Note> All { get; }", "[ChildCollection] public partial ModelCollection<Card> All { get; }"),
        Broken("CAP0052", "a child of another class", "[ChildModel] public partial Note? Other { get; set; }", "[ChildModel] public partial Card? Other { get; set; }"),
        Broken("CAP0052", "a record with a field less", Place("string Town, int Zip"), Place("string Town")),
        Broken("CAP0052", "another argument", "[Exposed] public void Go(int far) { }", "[Exposed] public void Go(string far) { }"),
        Broken("CAP0052", "another result", "[Exposed] public int Go() => 1;", "[Exposed] public string Go() => \"\";"),
        Broken("CAP0052", "no result any more", "[Exposed] public int Go() => 1;", "[Exposed] public void Go() { }"),
        Broken("CAP0053", "null no more, without a default", "public partial int? Points { get; set; }", "public partial int Points { get; set; }"),
        Broken("CAP0053", "an enum with a member less", Kind("A, B"), Kind("A")),
        Broken("CAP0053", "a record with a field more", Place("string Town"), Place("string Town, int Zip")),
        Broken("CAP0053", "a child that is always there now", "[ChildModel] public partial Note? Note { get; set; }", "[ChildModel] public partial Note Note { get; }"),
        Broken("CAP0053", "for servers alone now", Title, "[ServerOnly] " + Title),
        Broken("CAP0053", "not for clients to edit any more", Rule + "[ClientEditable] " + Title, Rule + Title),
        Broken("CAP0053", "computed by the server now, and not for clients to edit", Rule + "[ClientEditable] public partial int Points { get; set; }", Rule + OnServer),
        Broken("CAP0053", "not stored any more", Title, "[Transient] " + Title),
        Broken("CAP0053", "set once now", Rule + "[ClientEditable] " + Title, Rule + "[ClientEditable, Immutable] " + Title),
        Broken("CAP0053", "not for clients to call any more", "[Exposed] public void Go() { }", "[ServerCallable] public void Go() { }"),
        Broken("CAP0053", "an argument more", "[Exposed] public void Go() { }", "[Exposed] public void Go(int far) { }"),
        Broken("CAP0053", "an argument less", "[Exposed] public void Go(int far) { }", "[Exposed] public void Go() { }"),
        Broken("CAP0053", "an argument that takes less", "[Exposed] public void Go(string? why) { }", "[Exposed] public void Go(string why) { }"),
        Broken("CAP0053", "an argument that can no longer be left out", "[Exposed] public void Go(int far = 1) { }", "[Exposed] public void Go(int far) { }"),
    ];

    /// <summary>Those that break something.</summary>
    public static IEnumerable<SchemaChange> Breaking => All.Where(change => change.Outcome == Outcome.Broken);

    /// <summary>A card with these members, and what is around it.</summary>
    public static string Source(string members) =>
        $"[CapsuleModel] public partial class Card {{ {members} }} [CapsuleModel] public partial class Note; [CapsuleModel] public partial class Deck {{ [ChildCollection] public partial ModelCollection<Card> Cards {{ get; }} }}";

    private static string Kind(string members) => $"public enum Kinds {{ {members} }} public partial Kinds Kind {{ get; set; }} ";

    private static string Place(string fields) => $"public record Place({fields}); public partial Place? Home {{ get; set; }} ";

    private static SchemaChange Unseen(string name, string before, string after) => new("Unseen: " + name, before, after, Outcome.Unseen);

    private static SchemaChange Kept(string name, string before, string after) => new("Kept: " + name, before, after, Outcome.Kept);

    private static SchemaChange Reload(string name, string before, string after) => new("Reload: " + name, before, after, Outcome.Reload);

    private static SchemaChange Broken(string diagnostic, string name, string before, string after) => new($"{diagnostic}: {name}", before, after, Outcome.Broken) { Diagnostic = diagnostic };
}
