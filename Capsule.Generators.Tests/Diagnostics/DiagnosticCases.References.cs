namespace Capsule.Generators.Tests.Diagnostics;

internal static partial class DiagnosticCases
{
    private static readonly DiagnosticCase[] References =
    [
        InCard("CAP0047", "a reference to no model", "[Reference] public partial [|string?|] Other { get; set; }",
            "'Other' cannot be a [Reference], because it is a 'string?', which is no model"),
        InCard("CAP0047", "a reference to several models", "[Reference] public partial [|ModelCollection<Note>?|] Others { get; set; }",
            "'Others' cannot be a [Reference], because it is a 'Capsule.ModelCollection<Note>?', which is no model"),
        InCard("CAP0047", "a reference that may not be null", "[Reference] public partial [|Note|] Other { get; set; }",
            "'Other' cannot be a [Reference], because it is not nullable, and its target can be removed: write 'Note?'"),
        InCard("CAP0047", "a reference with an initial value", "[Reference] public partial Note? [|Other|] { get; set; } = new();",
            "'Other' cannot be a [Reference], because it has an initial value, and a new model is in no tree whose models it could refer to: write no '= …' after it"),
        InCard("CAP0014", "a child that is a reference", "[ChildModel, Reference] public partial Note? [|Other|] { get; set; }",
            "'Other' is annotated with both [ChildModel] and [Reference]: a model stands in one place, and is referred to from others"),
        InCard("CAP0014", "a collection of references", "[ChildCollection, Reference] public partial ModelCollection<Note> [|Others|] { get; }",
            "'Others' is annotated with both [ChildCollection] and [Reference]: a property is one of the two"),
        InCard("CAP0014", "a radio that is a reference", "[Radio, Reference] public partial Note? [|Other|] { get; set; }",
            "'Other' is annotated with both [Radio] and [Reference]: a radio is true or false"),
        InCard("CAP0007", "a reference that is not partial", "[Reference] internal Note? [|Other|] => null;",
            "'Other' is not partial, so its changes are neither tracked nor sent: write 'partial' before its type, or make it no public property with annotations if it is meant to stay on this server"),
        InCard("CAP0009", "a reference without a setter", "[Reference] public partial Note? [|Other|] { get; }",
            "'Other' cannot be an attribute, because it has no setter: write '{ get; set; }', or '{ get; private set; }' if only the model itself may set it"),
        Ruled("CAP0033", "the length of a reference", "[Reference, [|MaxLength(3)|]] public partial Note? Other { get; set; }",
            "[MaxLength] cannot check 'Other', because it checks a string, a list, a dictionary or bytes: remove it, or change the type"),
        Nowhere("a reference to what no model holds", """
            [CapsuleModel] partial class Board { [ChildCollection] public partial ModelCollection<Card> Cards { get; } }
            [CapsuleModel] partial class Card { [Reference] public partial Person? [|Assignee|] { get; set; } }
            [CapsuleModel] partial class Person;
            """),
        Nowhere("a reference to another root's model", """
            [CapsuleModel] partial class Board { [ChildModel] public partial Card Card { get; } }
            [CapsuleModel] partial class Card { [Reference] public partial Person? [|Assignee|] { get; set; } }
            [CapsuleModel] partial class Person;
            [CapsuleModel] partial class Company { [ChildCollection] public partial ModelCollection<Person> People { get; } }
            """),
    ];

    private static DiagnosticCase Nowhere(string name, string source) => new("CAP0048", name, source,
        "'Assignee' refers to a 'Person', but no tree can hold both a 'Card' and a 'Person': add a [ChildCollection] or [ChildModel] of it to a model that is above 'Card', or keep its id in a Guid");
}
