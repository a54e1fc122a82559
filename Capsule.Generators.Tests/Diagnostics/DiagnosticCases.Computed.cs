namespace Capsule.Generators.Tests.Diagnostics;

internal static partial class DiagnosticCases
{
    private const string Translated =
        "operators, switch expressions, patterns, LINQ, members of models and records, and those of string, Math, dates and times that do not depend on a culture are translated; "
        + "write it with these, or [Computed(OnServer = true)] to have the server compute it and send what it comes to";

    private const string InvariantText = "depends on the current culture: write 'string.Create(CultureInfo.InvariantCulture, $\"…\")', or 'ToString(CultureInfo.InvariantCulture)'";

    private static readonly DiagnosticCase[] Computed =
    [
        Untranslated("a clock", "public bool Late => At < [|DateTimeOffset.UtcNow|];", "'DateTimeOffset.UtcNow' is outside of what is translated"),
        Untranslated("a random number", "public int Any => Count + [|Random.Shared|].Next();", "'Random.Shared' is outside of what is translated"),
        Untranslated("an own method", "public int Twice => [|Double(Count)|]; private static int Double(int x) => x * 2;",
            "'Double(Count)' calls a method of a model: write its expression here, or make it a [Computed] property"),
        Untranslated("a property that is not computed", "public int Twice => [|Half|] * 2; public int Half => Count / 2;",
            "'Half' is neither an attribute nor a child: mark it [Computed], so that the browser has it too"),
        Untranslated("a static field", "public int More => Count + [|s_more|]; private static readonly int s_more = 1;", "'s_more' is outside of what is translated"),
        Untranslated("letters by culture", "public string Loud => [|Title.ToUpper()|];", "'Title.ToUpper()' depends on the current culture: write 'ToUpperInvariant()'"),
        Untranslated("a beginning by culture", "public bool IsDraft => [|Title.StartsWith(\"Draft\")|];",
            "'Title.StartsWith(\"Draft\")' depends on the current culture: write 'StartsWith(…, StringComparison.Ordinal)'"),
        Untranslated("a comparison by culture", "public bool Starts => [|Title.StartsWith(\"Draft\", StringComparison.CurrentCulture)|];",
            "'Title.StartsWith(\"Draft\", StringComparison.CurrentCulture)' depends on the current culture: write it with StringComparison.Ordinal or StringComparison.OrdinalIgnoreCase"),
        Untranslated("a number in a text", "public string Label => $\"{Title}: {[|Count|]}\";", $"'Count' {InvariantText}"),
        Untranslated("a number beside a text", "public string Label => Title + [|Count|];", $"'Count' {InvariantText}"),
        Untranslated("a number as a text", "public string Label => [|Count.ToString()|];", "'Count.ToString()' depends on the current culture: write 'ToString(CultureInfo.InvariantCulture)'"),
        Untranslated("a format", "public string Label => FormattableString.Invariant($\"{[|Count|]:D3}\");",
            "'Count' is formatted, and formats are not translated: leave the format out, or make the text from the value's members"),
        Untranslated("texts sorted by culture", "public string? First => System.Linq.Enumerable.FirstOrDefault([|System.Linq.Enumerable.OrderBy(Tags, tag => tag)|]);",
            "'System.Linq.Enumerable.OrderBy(Tags, tag => tag)' depends on the current culture: write 'OrderBy(…, StringComparer.Ordinal)'"),
        Untranslated("a part of LINQ that is not translated", "public int Kinds => System.Linq.Enumerable.Count([|System.Linq.Enumerable.Distinct(Tags)|]);",
            "'System.Linq.Enumerable.Distinct(Tags)' is outside of what is translated"),
        Untranslated("the number of a comparison", "public int Order => [|string.CompareOrdinal(Title, \"a\")|];",
            "'string.CompareOrdinal(Title, \"a\")' gives a number of which only the sign is certain: compare it with 0"),
        Untranslated("an ancestor that is no model", "public bool Below => [|Ancestor<IDisposable>()|] != null;", "'Ancestor<IDisposable>()' asks for a type that is no model"),
        Untranslated("a throw", "public int Checked => Count > 0 ? Count : [|throw new InvalidOperationException()|];",
            "'throw new InvalidOperationException()' is outside of what is translated"),
        Misshapen("a setter", "public int [|Twice|] { get => Count * 2; set { } }", "has a setter, but follows from other members"),
        Misshapen("an auto-property", "internal int [|Twice|] { get; }", "has no getter that is one expression"),
        Misshapen("statements", "public int [|Twice|] { get { int twice = Count * 2; return twice; } }", "has no getter that is one expression"),
        Misshapen("static", "public static int [|Twice|] => 2;", "is static, and every model computes its own"),
        Misshapen("virtual", "public virtual int [|Twice|] => Count * 2;", "is virtual, abstract or an override, and no model derives from another"),
        Misshapen("private", "private int [|Twice|] => Count * 2;", "is neither public nor internal, but the mirror shows it"),
        Misshapen("an indexer", "public int [|this|][int by] => Count * by;", "is an indexer", "this[]"),
        InCard("CAP0041", "a computed type that no mirror has", $"{Attributes} [Computed] public [|object|] Any => Count;",
            $"'Any' cannot be computed as 'object', because the mirror has no such type: {Supported}"),
        InCard("CAP0041", "a computed model", $"{Attributes} [Computed] public [|Note|] Any => new Note();",
            $"'Any' cannot be computed as 'Note', because the mirror has no such type: {Supported}"),
        InCard("CAP0042", "a secret that is read", $"{Attributes} [Computed] public bool IsDear => [|Cost|] > 10;",
            "'IsDear' is computed in the browser too, so it cannot read 'Cost', which is [ServerOnly]: make 'Cost' visible, or write [Computed(OnServer = true)], with which clients get what 'IsDear' comes to"),
        new("CAP0042", "a secret of an item", """
            using System.Linq;
            [CapsuleModel] public partial class Card
            {
                [ChildCollection] public partial ModelCollection<Note> Notes { get; }
                [Computed] public int Sum => Notes.Sum(note => [|note.Secret|]);
            }
            [CapsuleModel] public partial class Note { [ServerOnly] public partial int Secret { get; set; } }
            """,
            "'Sum' is computed in the browser too, so it cannot read 'Secret', which is [ServerOnly]: make 'Secret' visible, or write [Computed(OnServer = true)], with which clients get what 'Sum' comes to"),
        InCard("CAP0043", "a value of itself", $"{Attributes} [Computed] public int Twice => [|Twice|] * 2;", Circle("Twice")),
        new("CAP0043", "a value of the same above and below", """
            [CapsuleModel] public partial class Card
            {
                [ChildCollection] public partial ModelCollection<Card> Cards { get; }
                [Computed] public int Depth => Parent is Card { Cards.Count: > 0 } above ? [|above.Cards[0].Depth|] + 1 : 0;
            }
            """, Circle("Depth")),
        new("CAP0043", "a value of the same over a reference", """
            [CapsuleModel] public partial class Card
            {
                public partial int Points { get; set; }
                [ChildCollection] public partial ModelCollection<Card> Cards { get; }
                [Reference] public partial Card? Before { get; set; }
                [Computed] public int Total => Points + (Before == null ? 0 : [|Before.Total|]);
            }
            """, Circle("Total")),
        new("CAP0043", "a value of the same of those that items refer to", """
            using System.Linq;
            [CapsuleModel] public partial class Card
            {
                [ChildCollection] public partial ModelCollection<Card> Cards { get; }
                [Reference] public partial Card? Before { get; set; }
                [Computed] public int Rank => Cards.Count(card => card.Before is { } before && [|before.Rank|] > 0);
            }
            """, Circle("Rank")),
        MisshapenOnServer("an auto-property", "internal int [|Twice|] { get; }", "has no getter that computes it"),
        MisshapenOnServer("a setter", "public int [|Twice|] { get => Count * 2; set { } }", "has a setter, but follows from other members"),
        MisshapenOnServer("editable", "[ClientEditable] public int [|Twice|] => Count * 2;", "is [ClientEditable] too, but follows from other members"),
        MisshapenOnServer("set once", "[Immutable] public int [|Twice|] => Count * 2;", "is [Immutable] too, but follows from other members"),
        MisshapenOnServer("secret", "[ServerOnly] public int [|Twice|] => Count * 2;", "is [ServerOnly] too, and a value that no client gets is a property without [Computed]"),
        InCard("CAP0041", "a model that the server computes", $"{Attributes} [Computed(OnServer = true)] public [|Note|] Any {{ get {{ return new Note(); }} }}",
            $"'Any' cannot be computed as 'Note', because the mirror has no such type: {Supported}"),
        InCard("CAP0043", "a value of the server's of itself", $"{Attributes} [Computed(OnServer = true)] public int Twice => [|Twice|] * 2;", Circle("Twice")),
        InCard("CAP0013", "an enum of several names that the server computes", $"{Attributes} [Computed(OnServer = true)] public [|Twin|] Any => Twin.A; public enum Twin {{ A, B = A }}",
            "'Any' cannot have the enum 'Card.Twin' as its type, because its members 'A' and 'B' have the same value: give each its own"),
        new("CAP0012", "too many with those that the server computes", $$"""
            [CapsuleModel] public partial class Card
            {
                {{string.Concat(Enumerable.Range(1, 63).Select(number => $"public partial int A{number} {{ get; set; }} "))}}
                [Computed(OnServer = true)] public int [|Last|] => A1;
            }
            """, "'Last' is attribute 64 of 'Card', and a model has at most 63: move some of them to a child model"),
        new("CAP0018", "a name on the wire that the server's value has too", """
            [CapsuleModel] public partial class Card
            {
                public partial int Points { get; set; }
                [Computed(OnServer = true), JsonPropertyName([|"points"|])] public int Sum => Points;
            }
            """, "'Sum' has the name 'points' on the wire, and so has 'Points': rename one, or write [JsonPropertyName(\"otherName\")]"),
    ];

    private const string Attributes = """
        public partial string Title { get; set; } public partial int Count { get; set; } public partial DateTimeOffset At { get; set; }
        public partial IReadOnlyList<string> Tags { get; set; } [ServerOnly] public partial int Cost { get; set; }
        """;

    private static string Circle(string name) => $"'{name}' is computed from itself, so reading it would never end: compute one of the values in between from attributes";

    private static DiagnosticCase Untranslated(string name, string member, string reason) =>
        InCard("CAP0039", name, $"{Attributes} [Computed] {member}", $"'{member.Split(" => ")[0].Split(' ')[^1]}' is [Computed], but {reason}: {Translated}");

    private static DiagnosticCase MisshapenOnServer(string name, string member, string problem) =>
        InCard("CAP0040", $"{name} that the server computes", $"{Attributes} [Computed(OnServer = true)] {member}", $"'Twice' cannot be computed, because it {problem}: write 'public … Twice => …;'");

    private static DiagnosticCase Misshapen(string name, string member, string problem, string property = "Twice") =>
        InCard("CAP0040", name, $"{Attributes} [Computed] {member}", $"'{property}' cannot be computed, because it {problem}: write 'public … {property} => …;'");
}
