namespace Capsule.Generators.Tests.Diagnostics;

internal static partial class DiagnosticCases
{
    private static readonly DiagnosticCase[] Classes =
    [
        new("CAP0001", "a class that is not partial", "[CapsuleModel] public class [|Card|];",
            "'Card' is a model, and the other half of it is generated: write 'partial class Card'"),
        new("CAP0002", "a container that is not partial", "public class [|Outer|] { [CapsuleModel] public partial class Card; }",
            "'Outer' contains the model 'Card', so it must be partial too: write 'partial' before 'Outer', or move the model out"),
        new("CAP0003", "a record", "[CapsuleModel] public partial record [|Card|](string Title);",
            "'Card' is a record, and a model has an identity and changes over time: write 'public partial class Card'"),
        new("CAP0003", "a record struct", "[CapsuleModel] public partial record struct [|Card|];",
            "'Card' is a record, and a model has an identity and changes over time: write 'public partial class Card'"),
        new("CAP0003", "a struct", "[CapsuleModel] public partial struct [|Card|];",
            "'Card' is a struct, and a model has an identity and changes over time: write 'public partial class Card'"),
        new("CAP0003", "a static class", "[CapsuleModel] public static partial class [|Card|];",
            "'Card' is static, and a model has an identity and changes over time: write 'public partial class Card'"),
        new("CAP0003", "a class local to its file", "[CapsuleModel] file partial class [|Card|];",
            "'Card' is local to its file, and a model has an identity and changes over time: write 'public partial class Card'"),
        new("CAP0004", "a generic class", "[CapsuleModel] public partial class [|Card|]<T>;",
            "'Card' has type parameters, its own or those around it, but a model has one name and one shape on the wire: write a class for each type argument"),
        new("CAP0004", "a class in a generic one", "public partial class Outer<T> { [CapsuleModel] public partial class [|Card|]; }",
            "'Card' has type parameters, its own or those around it, but a model has one name and one shape on the wire: write a class for each type argument"),
        new("CAP0005", "another base class", "public class Thing; [CapsuleModel] public partial class Card : [|Thing|], IDisposable { public void Dispose() { } }",
            "'Card' derives from 'Thing', which is no model, but all above a model has to be tracked as well: make 'Thing' a [CapsuleModel], or remove the base class and share code through an interface or a child model"),
        new("CAP0005", "a class between two models", "[CapsuleModel] public partial class Thing; public class Middle : Thing; [CapsuleModel] public partial class Card : [|Middle|];",
            "'Card' derives from 'Middle', which is no model, but all above a model has to be tracked as well: make 'Middle' a [CapsuleModel], or remove the base class and share code through an interface or a child model"),
        new("CAP0018", "an attribute that the base has too", "[CapsuleModel] public partial class Thing { public partial string Name { get; set; } } [CapsuleModel] public partial class Card : Thing { [JsonPropertyName([|\"name\"|])] public partial string Title { get; set; } }",
            "'Title' has the name 'name' on the wire, and so has 'Name': rename one, or write [JsonPropertyName(\"otherName\")]"),
        new("CAP0060", "a base class of another assembly", "[CapsuleModel] public partial class Star : [|Shapes.Shape|];",
            "'Star' derives from 'Shape' of 'Library', whose collections cannot know of it: derive it there, or let a child model hold what both share")
        {
            Library = "namespace Shapes; [CapsuleModel] public abstract partial class Shape;",
        },
        new("CAP0061", "a child of an abstract model that must be there", "[CapsuleModel] public abstract partial class Thing; [CapsuleModel] public partial class Card { [ChildModel] public partial [|Thing|] Part { get; } }",
            "'Part' has the abstract type 'Thing', of which there is nothing to begin with: write 'public partial Thing? Part { get; set; }'"),
        new("CAP0006", "no constructor without parameters", "[CapsuleModel] public partial class [|Card|] { public Card(string title) { } }",
            "'Card' has no public or internal constructor without parameters, so it cannot be made from what comes over the wire: add one"),
        new("CAP0006", "a private constructor", "[CapsuleModel] public partial class [|Card|] { private Card() { } }",
            "'Card' has no public or internal constructor without parameters, so it cannot be made from what comes over the wire: add one"),
        new("CAP0015", "a model's name with a hyphen", "[CapsuleModel([|\"my-card\"|])] public partial class Card;",
            "'my-card' is no name on the wire: it must be a letter, then letters, digits or '_', as in C# and TypeScript"),
        new("CAP0015", "a model's empty name", "[CapsuleModel([|\"\"|])] public partial class Card;",
            "'' is no name on the wire: it must be a letter, then letters, digits or '_', as in C# and TypeScript"),
        new("CAP0016", "a mirror that would hide a type", "[CapsuleModel] public partial class [|Date|];",
            "'date' is reserved on the wire or in the mirror: mirrors use the type of TypeScript by this name: write [CapsuleModel(\"otherName\")]"),
        new("CAP0019", "two models of one name", "namespace A { [CapsuleModel] public partial class Card; } namespace B { [CapsuleModel] public partial class [|Card|]; }",
            "The mirror of 'B.Card' would declare 'Card', and so would that of 'A.Card': give one of them another name, as in [CapsuleModel(\"otherName\")]"),
        new("CAP0019", "a model called as the input of another", "[CapsuleModel] public partial class Card; [CapsuleModel([|\"cardInput\"|])] public partial class Other;",
            "The mirror of 'Other' would declare 'CardInput', and so would that of 'Card': give one of them another name, as in [CapsuleModel(\"otherName\")]"),
    ];
}
