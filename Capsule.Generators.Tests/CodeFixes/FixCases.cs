using Capsule.CodeFixes;
using Capsule.Generators.Tests.Harness;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Capsule.Generators.Tests.CodeFixes;

internal static class FixCases
{
    public static readonly FixCase[] All =
    [
        new(new TellFormerName(), "Write '[Renamed(\"task\")]'", "/// <summary>A card.</summary>\n[CapsuleModel]\npublic partial class Card;", "/// <summary>A card.</summary>\n[CapsuleModel]\n[Renamed(\"task\")] public partial class Card;")
        {
            Ledger = LedgerCopy.Of("\"card\": { \"was\": [\"task\"] }"),
        },
        InCard(new TellFormerName(), "Write '[Renamed(\"name\")]'", "// Its name.\n    public partial string Title { get; set; }", "// Its name.\n    [Renamed(\"name\")] public partial string Title { get; set; }") with
        {
            Ledger = LedgerCopy.OfCard("\"title\": { \"number\": 1, \"attribute\": \"string\", \"was\": [\"name\"] }"),
        },
        new(new MakeModelPartial(), "Make 'Card' partial",
            "/// <summary>A card.</summary>\n[CapsuleModel]\npublic sealed class Card // one\n{\n}\n",
            "/// <summary>A card.</summary>\n[CapsuleModel]\npublic sealed partial class Card // one\n{\n}\n"),
        new(new MakeModelPartial(), "Make 'Card' partial", "[CapsuleModel]\n// A card.\nclass Card;", "[CapsuleModel]\n// A card.\npartial class Card;"),
        new(new MakeContainerPartial(), "Make 'Outer' partial",
            "// Around.\nstatic class Outer\n{\n    [CapsuleModel] public partial class Card;\n}",
            "// Around.\nstatic partial class Outer\n{\n    [CapsuleModel] public partial class Card;\n}"),
        new(new MakeContainerPartial(), "Make 'Outer' partial",
            "// Around.\nstruct Outer { [CapsuleModel] public partial class Card; }",
            "// Around.\npartial struct Outer { [CapsuleModel] public partial class Card; }"),
        new(new MakeModelClass(), "Make 'Card' a class",
            "[CapsuleModel]\npublic partial record Card { public partial int Count { get; set; } }",
            "[CapsuleModel]\npublic partial class Card { public partial int Count { get; set; } }"),
        new(new MakeModelClass(), "Make 'Card' a class", "[CapsuleModel] public partial record struct Card;", "[CapsuleModel] public partial class Card;"),
        new(new MakeModelClass(), "Make 'Card' a class", "[CapsuleModel] public partial struct Card { }", "[CapsuleModel] public partial class Card { }"),
        InCard(new MakePropertyPartial(), "Make 'Title' partial",
            "/// <summary>Its name.</summary>\n    public string Title { get; set; } = \"\"; // shown",
            "/// <summary>Its name.</summary>\n    public partial string Title { get; set; } = \"\"; // shown"),
        InCard(new MakePropertyPartial(), "Make 'Title' partial", "[ClientEditable]\n    string Title { get; set; }", "[ClientEditable]\n    partial string Title { get; set; }"),
        InCard(new CorrectAttributeShape(), "Write 'set' for 'init'", "public partial int Count { get; private init; }", "public partial int Count { get; private set; }"),
        InCard(new CorrectAttributeShape(), "Remove 'required'", "public required partial int Count { get; set; }", "public partial int Count { get; set; }"),
        InCard(new CorrectAttributeShape(), "Remove 'virtual'",
            "// How many.\n    [ClientEditable] public virtual partial int Count { get; set; }",
            "// How many.\n    [ClientEditable] public partial int Count { get; set; }"),
        InCard(new CorrectAttributeShape(), "Add a private setter", "public partial int Count { get; }", "public partial int Count { get; private set; }"),
        InCard(new CorrectCollectionShape(), "Remove the setter",
            "[ChildCollection] public partial ModelCollection<Note> Notes { get; set; } // all",
            "[ChildCollection] public partial ModelCollection<Note> Notes { get; } // all"),
        InCard(new CorrectCollectionShape(), "Write 'ModelCollection' for 'List'",
            "[ChildCollection]\n    public partial List<Note> Notes { get; private set; }",
            "[ChildCollection]\n    public partial ModelCollection<Note> Notes { get; }"),
        InCard(new CorrectCollectionShape(), "Write 'ModelCollection' for 'IReadOnlyList'",
            "[ChildCollection] public partial System.Collections.Generic.IReadOnlyList<Note>? Notes { get; }",
            "[ChildCollection] public partial ModelCollection<Note> Notes { get; }"),
        InCard(new MakeReferenceNullable(), "Write 'Note?'", "[Reference] public partial Note Other { get; set; }", "[Reference] public partial Note? Other { get; set; }"),
        InCard(new MakeReferenceNullable(), "Remove the initial value",
            "[Reference] public partial Note? Other { get; set; } = new(); // one", "[Reference] public partial Note? Other { get; set; } // one"),
        InCard(new RemoveContradiction(), "Remove '[ClientEditable]'",
            "[ClientEditable, ServerOnly] public partial int Count { get; set; }", "[ServerOnly] public partial int Count { get; set; }"),
        InCard(new RemoveContradiction(), "Remove '[ClientEditable]'",
            "// Kept.\n    [ClientEditable]\n    [ServerOnly]\n    public partial int Count { get; set; }", "// Kept.\n    [ServerOnly]\n    public partial int Count { get; set; }"),
        InCard(new RemoveContradiction(), "Remove '[ServerOnly]'",
            "[ChildCollection, ServerOnlyAttribute] public partial ModelCollection<Note> Notes { get; }",
            "[ChildCollection] public partial ModelCollection<Note> Notes { get; }"),
    ];

    private static FixCase InCard(CodeFixProvider provider, string title, string before, string after) => new(provider, title, InCard(before), InCard(after));

    private static string InCard(string member) => $$"""
        [CapsuleModel]
        public partial class Card
        {
            {{member}}
        }

        [CapsuleModel]
        public partial class Note;
        """;
}
