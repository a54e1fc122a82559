using Capsule.Generators.Tests.Harness;

namespace Capsule.Generators.Tests.Diagnostics;

internal static partial class DiagnosticCases
{
    private const string Accept = "build once with -p:CapsuleAcceptSchema=true";

    private const string Had = "which stored data and deployed clients have";

    private const string CanEdit = "protected override bool CanEdit(CapsuleUser user) => true; ";

    private const string Title = "\"title\": { \"number\": 1, \"attribute\": \"string\" }";

    private static readonly DiagnosticCase[] Ledger =
    [
        Gone("an attribute that is gone", "", Title, "attribute 'title'", "title"),
        Gone("one for servers alone that is gone", "", """ "owner": { "number": 1, "attribute": "string?", "access": "server" } """, "attribute 'owner'", "owner"),
        Gone("a collection that is gone", "", """ "notes": { "number": 1, "collection": "note" } """, "collection 'notes'", "notes"),
        Gone("a child that is gone", "", """ "note": { "number": 1, "child": "note?" } """, "child 'note'", "note"),
        Gone("an attribute that gave way to one of another type", "public partial int Points { get; set; } ", Title, "attribute 'title'", "title"),
        Was("CAP0050", "a method that is gone", "", "\"go\": { \"number\": 1, \"method\": \"(): void\" }",
            $"'Card' no longer has the method 'go', {Had}: put it back, write [Renamed(\"go\")] on what it has become, or, to give it up, {Accept}", place: "[|Card|]"),
        Was("CAP0051", "a new attribute of the type of one that is gone", "public partial string [|Caption|] { get; set; }", Title,
            $"'Caption' is new and 'title' is gone, {Had}: if it is the same, write [Renamed(\"title\")], or [JsonPropertyName(\"title\")] to keep the name on the wire; if it is not, {Accept}"),
        Was("CAP0051", "a new collection for one that is gone", "[ChildCollection] public partial ModelCollection<Note> [|Remarks|] { get; }", """ "notes": { "number": 1, "collection": "note" } """,
            $"'Remarks' is new and 'notes' is gone, {Had}: if it is the same, write [Renamed(\"notes\")], or [JsonPropertyName(\"notes\")] to keep the name on the wire; if it is not, {Accept}"),
        Was("CAP0051", "a new method for one that is gone", "[Exposed] public void [|Run|]() { }", "\"go\": { \"number\": 1, \"method\": \"(): void\" }",
            $"'Run' is new and 'go' is gone, {Had}: if it is the same, write [Renamed(\"go\")]; if it is not, {Accept}"),
        Retyped("an attribute of another type", "public partial [|int|] Title { get; set; }", Title, "'Title' was 'string' and is 'int32'", "property"),
        Retyped("a number that JavaScript would read otherwise", "public partial [|long|] Points { get; set; }", """ "points": { "number": 1, "attribute": "int32" } """,
            "'Points' was 'int32' and is 'int64'", "property"),
        Retyped("a record without a field that it had", "public record Place(string Town); public partial [|Place?|] Home { get; set; }",
            """ "home": { "number": 1, "attribute": "record{town: string, zip: int32}?" } """, "'Home' was 'record{town: string, zip: int32}?' and is 'record{town: string}?'", "property"),
        Retyped("a collection of other items", "[ChildCollection] public partial [|ModelCollection<Note>|] Notes { get; }", """ "notes": { "number": 1, "collection": "remark" } """,
            "'Notes' was 'remark' and is 'note'", "property"),
        Retyped("a child that was an attribute", "[ChildModel] public partial [|Note|] Title { get; }", Title, "'Title' was 'attribute string' and is 'child note'", "property"),
        Retyped("a name that comes back with another type", "public partial [|int|] Title { get; set; }", """ "title": { "number": 1, "attribute": "string", "removed": true } """,
            "'Title' was 'string' and is 'int32'", "property"),
        Retyped("an argument of another type", "[Exposed] public void Go(TurnContext turn, [|Guid|] far) { }", "\"go\": { \"number\": 1, \"method\": \"(int32): void\" }", "'Go' was 'int32' and is 'guid'", "method"),
        Retyped("a result of another type", "[Exposed] public [|int|] Go() => 1;", "\"go\": { \"number\": 1, \"method\": \"(): string\" }", "'Go' was '(): string' and is '(): int32'", "method"),
        Narrowed("a nullable that is nullable no more", "public partial [|int|] Points { get; set; }", """ "points": { "number": 1, "attribute": "int32?" } """,
            "'Points' was nullable, and stored data may have null: write '= …;' after it, which then stands for null, or make it nullable again"),
        Narrowed("a child that is nullable no more", "[ChildModel] public partial [|Note|] Note { get; set; }", """ "note": { "number": 1, "child": "note?" } """,
            "'Note' was nullable, and stored data may have none: make it nullable again"),
        Narrowed("an enum without a member that it had", "public enum Kind { Low } public partial [|Kind|] Kind_ { get; set; }", """ "kind_": { "number": 1, "attribute": "enum(low|high)" } """,
            "'Kind_' was 'enum(low|high)', and stored data may have what 'enum(low)' is not: let it take all that it took"),
        Narrowed("a record with a field that stored ones do not have", "public record Place(string Town, int Zip); public partial [|Place?|] Home { get; set; }",
            """ "home": { "number": 1, "attribute": "record{town: string}?" } """,
            "'Home' was 'record{town: string}?', and stored data may have what 'record{town: string, zip: int32}?' is not: let it take all that it took"),
        Narrowed("a list whose items are null no more", "public partial [|IReadOnlyList<int>|] Marks { get; set; }", """ "marks": { "number": 1, "attribute": "list<int32?>" } """,
            "'Marks' was 'list<int32?>', and stored data may have what 'list<int32>' is not: let it take all that it took"),
        Narrowed("an attribute that clients may no longer see", "[ServerOnly] public partial string [|Title|] { get; set; }", Title,
            "'Title' is [ServerOnly], and deployed clients show it: keep it, and add another property for what they must not see"),
        Narrowed("an attribute that clients may no longer edit", "public partial string [|Title|] { get; set; }", """ "title": { "number": 1, "attribute": "string", "access": "editable" } """,
            "'Title' is no longer [ClientEditable], and deployed clients set it: let rules say who may"),
        Narrowed("an attribute that is set once now", $"{CanEdit}[ClientEditable, Immutable] public partial string [|Title|] {{ get; set; }}",
            """ "title": { "number": 1, "attribute": "string", "access": "editable" } """, "'Title' is [Immutable], and deployed clients set it again: let rules say when they may"),
        Narrowed("a method that is for servers now", "[ServerCallable] public void [|Go|]() { }", "\"go\": { \"number\": 1, \"method\": \"(): void\" }",
            "'Go' is no longer [Exposed], and deployed clients call it: let rules say who may"),
        Narrowed("a method with fewer arguments", "[Exposed] public void [|Go|](string why) { }", "\"go\": { \"number\": 1, \"method\": \"(string, int32 optional): void\" }",
            "'Go' took 2 arguments, and deployed clients give them: keep them, or add another method"),
        Narrowed("a method with one more argument", "[Exposed] public void Go(string why, [|int|] far) { }", "\"go\": { \"number\": 1, \"method\": \"(string): void\" }",
            "'Go' needs an argument that deployed clients do not give: give it a default value"),
        Narrowed("an argument that takes less", "[Exposed] public void Go([|string|] why) { }", "\"go\": { \"number\": 1, \"method\": \"(string?): void\" }",
            "'Go' took 'string?', and deployed clients may give what 'string' is not: let it take all that it took"),
        new("CAP0054", "a model that is gone", "[CapsuleModel] public partial class Card;", GoneModel("note"))
        {
            Ledger = LedgerCopy.Of("\"card\": {}", "[|\"note\"|]: { \"members\": { " + Title + " } }"),
        },
        new("CAP0054", "a class that is called otherwise", "[CapsuleModel] public partial class [|Remark|] { public partial string Title { get; set; } public partial int More { get; set; } }", GoneModel("note"))
        {
            Ledger = LedgerCopy.Of("\"note\": { \"members\": { " + Title + " } }"),
        },
        Unreadable("marks of a merge", "{\n[|<|]<<<<<< ours\n\"models\": {}\n}", "Expected a name in quotes."),
        Unreadable("a comma without what follows", "{ \"capsuleSchema\": 1, \"models\": { \"card\": {}, [|}|] }", "Expected a name in quotes."),
        Unreadable("a model twice", "{ \"capsuleSchema\": 1, \"models\": { \"card\": {}, [|\"card\"|]: {} } }", "'card' is there twice."),
        Unreadable("a kind that no member has", LedgerCopy.OfCard("\"title\": { \"number\": 1, [|\"property\"|]: \"string\" }"), "A ledger has no 'property' here."),
        Unreadable("a member without type", LedgerCopy.OfCard("[|\"title\"|]: { \"number\": 1 }"), "'title' has neither kind nor type."),
        Unreadable("a number of nothing", LedgerCopy.OfCard("\"title\": { \"number\": [|0|], \"attribute\": \"string\" }"), "This is a number from 1 on."),
        Unreadable("a hash that is none", LedgerCopy.Of("\"card\": { \"past\": { [|\"1\": \"abc\"|] } }"), "The past has numbers of versions and hashes of 16 hexadecimal digits."),
        Unreadable("a newer ledger", "[|{|] \"capsuleSchema\": 2, \"models\": {} }", "\"capsuleSchema\" must be 1: this is no ledger, or one of a newer Capsule."),
        new("CAP0056", "two members with one number", "[CapsuleModel] public partial class Card { public partial string Title { get; set; } public partial string Text { get; set; } public partial string More { get; set; } }",
            "'title' of 'card' has the number 2, and so has 'text': remove the number of the one that is not deployed yet, and the next build gives it 4")
        {
            Ledger = LedgerCopy.OfCard(
                "\"more\": { \"number\": 3, \"attribute\": \"string\" }", "\"text\": { \"number\": 2, \"attribute\": \"string\" }", "\"title\": { \"number\": [|2|], \"attribute\": \"string\" }"),
        },
        Was("CAP0057", "a former name that it has", "[[|Renamed(\"title\")|]] public partial string Title { get; set; }", Title,
            "'Title' cannot have been 'title': that is its name on the wire now: write the one that it had before"),
        Was("CAP0057", "a former name that another member has", "public partial string Title { get; set; } [[|Renamed(\"title\")|]] public partial string Text { get; set; }", Title,
            "'Text' cannot have been 'title': another member has that name: rename that one, or write what this one was called"),
        Was("CAP0057", "a former name that is none", "public partial string Title { get; set; } [[|Renamed(\"tilte\")|]] public partial string Text { get; set; }", Title,
            "'Text' cannot have been 'tilte': the ledger knows of none with that name: write the name on the wire that it had, or remove the annotation"),
        Was("CAP0057", "a former name in C#", "[[|Renamed(\"Title\")|]] public partial string Caption { get; set; }", Title,
            "'Caption' cannot have been 'Title': the ledger has names as they are on the wire: write [Renamed(\"title\")]"),
        new("CAP0057", "a class with a former name that another has", "[CapsuleModel] public partial class Card; [CapsuleModel, [|Renamed(\"card\")|]] public partial class Other;",
            "'Other' cannot have been 'card': another model has that name: rename that one, or write what this one was called"),
        Was("CAP0058", "an attribute whose former name is forgotten", "public partial string [|Title|] { get; set; }", """ "title": { "number": 1, "attribute": "string", "was": ["name"] } """,
            $"'Title' was 'name' before, and stored data may still call it so: write [Renamed(\"name\")], or, if there are none, {Accept}"),
        new("CAP0058", "a class whose former name is forgotten", "[CapsuleModel] public partial class [|Card|];",
            $"'Card' was 'task' before, and stored data may still call it so: write [Renamed(\"task\")], or, if there are none, {Accept}")
        {
            Ledger = LedgerCopy.Of("\"card\": { \"was\": [\"task\"] }"),
        },
    ];

    /// <param name="member">What the ledger has of the card; a method if it is one.</param>
    /// <param name="place">How the class's name is written.</param>
    private static DiagnosticCase Was(string id, string name, string members, string member, string message, string place = "Card") =>
        new(id, name, $"[CapsuleModel] public partial class {place} {{ {members} }} [CapsuleModel] public partial class Note;", message)
        {
            Ledger = member.Contains("\"method\"", StringComparison.Ordinal) ? LedgerCopy.Of($"\"card\": {{ \"methods\": {{ {member} }} }}") : LedgerCopy.OfCard(member),
        };

    private static DiagnosticCase Gone(string name, string members, string member, string what, string wireName) => Was("CAP0050", name, members, member,
        $"'Card' no longer has the {what}, {Had}: put it back, write [Renamed(\"{wireName}\")] on what it has become, or, to give it up, {Accept}", place: "[|Card|]");

    private static DiagnosticCase Retyped(string name, string members, string member, string what, string kind) => Was("CAP0052", name, members, member,
        $"{what}, which stored data and deployed clients do not fit: change it back, add another {kind} for the new type, or {Accept}");

    private static DiagnosticCase Narrowed(string name, string members, string member, string what) => Was("CAP0053", name, members, member, $"{what}, or {Accept}");

    private static string GoneModel(string name) =>
        $"There is no model '{name}' any more, {Had}: put it back, write [Renamed(\"{name}\")] on the class that it has become, or, to give it up, {Accept}";

    private static DiagnosticCase Unreadable(string name, string ledger, string problem) =>
        new("CAP0055", name, "[CapsuleModel] public partial class Card;", $"{problem} Put the schema ledger right; where a merge has left its marks, keep the lines of both sides")
        {
            Ledger = ledger,
        };
}
