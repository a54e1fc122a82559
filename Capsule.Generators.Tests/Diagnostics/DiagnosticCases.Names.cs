namespace Capsule.Generators.Tests.Diagnostics;

internal static partial class DiagnosticCases
{
    private static readonly DiagnosticCase[] Names =
    [
        InCard("CAP0015", "a name with a hyphen", "[JsonPropertyName([|\"the-title\"|])] public partial string Title { get; set; }",
            "'the-title' is no name on the wire: it must be a letter, then letters, digits or '_', as in C# and TypeScript"),
        InCard("CAP0015", "a name that begins with an underscore", "public partial string [|_title|] { get; set; }",
            "'_title' is no name on the wire: it must be a letter, then letters, digits or '_', as in C# and TypeScript"),
        InCard("CAP0016", "a name of the wire", "public partial string [|Type|] { get; set; }",
            "'type' is reserved on the wire or in the mirror: an exported model has a member by this name: rename it, or write [JsonPropertyName(\"otherName\")]"),
        InCard("CAP0016", "a name of the mirror", "[JsonPropertyName([|\"constructor\"|])] public partial string Builder { get; set; }",
            "'constructor' is reserved on the wire or in the mirror: every mirror has a member by this name: rename it, or write [JsonPropertyName(\"otherName\")]"),
        InCard("CAP0016", "a collection with a name of the mirror", "[ChildCollection] public partial ModelCollection<Note> [|Children|] { get; }",
            "'children' is reserved on the wire or in the mirror: every mirror has a member by this name: rename it, or write [JsonPropertyName(\"otherName\")]"),
        InCard("CAP0017", "a property that every model has", "public partial string [|Id|] { get; set; }", "'Id' would hide a member that every model has by this name: rename it"),
        InCard("CAP0017", "a protected member of the runtime", "public partial string [|Exchange|] { get; set; }", "'Exchange' would hide a member that every model has by this name: rename it"),
        InCard("CAP0017", "a member of every object", "public partial string [|GetHashCode|] { get; set; }", "'GetHashCode' would hide a member that every model has by this name: rename it"),
        InCard("CAP0017", "a member of the generated half", "public partial string [|CapsuleSchema|] { get; set; }", "'CapsuleSchema' would hide a member that every model has by this name: rename it"),
        InCard("CAP0017", "an exposed method that every model has", "[Exposed] public void [|Call|]() { }", "'Call' would hide a member that every model has by this name: rename it"),
        InCard("CAP0018", "two attributes of one name", "public partial string Title { get; set; } [JsonPropertyName([|\"title\"|])] public partial string Heading { get; set; }",
            "'Heading' has the name 'title' on the wire, and so has 'Title': rename one, or write [JsonPropertyName(\"otherName\")]"),
        InCard("CAP0018", "an attribute and a child of one name", "public partial string Notes { get; set; } [ChildCollection, JsonPropertyName([|\"notes\"|])] public partial ModelCollection<Note> Remarks { get; }",
            "'Remarks' has the name 'notes' on the wire, and so has 'Notes': rename one, or write [JsonPropertyName(\"otherName\")]"),
        InCard("CAP0018", "two methods of one name", "[Exposed] public void GoUp() { } [Exposed] public void [|goUp|]() { }",
            "'goUp' has the name 'goUp' on the wire, and so has 'GoUp': rename one"),
    ];
}
