namespace Capsule.Generators.Tests.Diagnostics;

internal static partial class DiagnosticCases
{
    private const string Supported = "use a number, bool, char, string, Guid, Uri, a date or time, ReadOnlyMemory<byte>, an enum, a record of these, a nullable one of these, or an IReadOnlyList<T> or IReadOnlyDictionary<string, T> of them";

    private static readonly DiagnosticCase[] Properties =
    [
        InCard("CAP0007", "a public auto-property", "public string [|Title|] { get; set; } = \"\";",
            "'Title' is not partial, so its changes are neither tracked nor sent: write 'partial' before its type, or make it no public property with annotations if it is meant to stay on this server"),
        InCard("CAP0007", "an annotated property with a body", "[ClientEditable] internal string [|Title|] => \"\";",
            "'Title' is not partial, so its changes are neither tracked nor sent: write 'partial' before its type, or make it no public property with annotations if it is meant to stay on this server"),
        InCard("CAP0008", "an unsupported type", "public partial [|object|] Price { get; set; }", $"'Price' cannot be an attribute of type 'object': {Supported}"),
        InCard("CAP0008", "a list of models", "public partial [|IReadOnlyList<Note>|] Notes { get; set; }",
            $"'Notes' cannot be an attribute of type 'System.Collections.Generic.IReadOnlyList<Note>': {Supported}"),
        InCard("CAP0008", "a record in itself", "public record Link(string Name, Link? Next); public partial [|Link?|] Words { get; set; }",
            $"'Words' cannot be an attribute of type 'Card.Link?': {Supported}"),
        InCard("CAP0008", "a list that can be changed", "public partial [|List<string>|] Words { get; set; }",
            $"'Words' cannot be an attribute of type 'System.Collections.Generic.List<string>': {Supported}"),
        InCard("CAP0008", "a collection without its annotation", "public partial [|ModelCollection<Note>|] Notes { get; }",
            "'Notes' cannot be an attribute of type 'Capsule.ModelCollection<Note>': a collection of models needs [ChildCollection]"),
        InCard("CAP0008", "a model without its annotation", "public partial [|Note|] Note { get; }",
            "'Note' cannot be an attribute of type 'Note': a single model needs [ChildModel]"),
        InCard("CAP0009", "no setter", "public partial int [|Count|] { get; }",
            "'Count' cannot be an attribute, because it has no setter: write '{ get; set; }', or '{ get; private set; }' if only the model itself may set it"),
        InCard("CAP0009", "no getter", "public partial int [|Count|] { set; }", "'Count' cannot be an attribute, because it has no getter"),
        InCard("CAP0009", "init", "public partial int [|Count|] { get; init; }",
            "'Count' cannot be an attribute, because it has an init accessor, but a model changes over time: write 'set' or 'private set'"),
        InCard("CAP0009", "static", "public static partial int [|Count|] { get; set; }", "'Count' cannot be an attribute, because it is static, and every model has its own"),
        InCard("CAP0009", "required", "public required partial int [|Count|] { get; set; }",
            "'Count' cannot be an attribute, because it is required, but a model is also made from what comes over the wire"),
        InCard("CAP0009", "virtual", "public virtual partial int [|Count|] { get; set; }",
            "'Count' cannot be an attribute, because it is virtual, abstract or an override, and no model derives from another"),
        InCard("CAP0009", "an indexer", "public partial int [|this|][int index] { get; set; }", "'this[]' cannot be an attribute, because it is an indexer"),
        InCard("CAP0010", "a collection of no models", "[ChildCollection] public partial [|IReadOnlyList<string>|] Words { get; }",
            "'Words' cannot be a child collection, because it is a 'System.Collections.Generic.IReadOnlyList<string>': write 'public partial ModelCollection<TModel> Words { get; }' with a model as TModel"),
        InCard("CAP0010", "a collection with a setter", "[ChildCollection] public partial ModelCollection<Note> [|Notes|] { get; set; }",
            "'Notes' cannot be a child collection, because it has a setter, but a collection is never replaced, only changed: write 'public partial ModelCollection<TModel> Notes { get; }' with a model as TModel"),
        InCard("CAP0010", "a nullable collection", "[ChildCollection] public partial [|ModelCollection<Note>?|] Notes { get; }",
            "'Notes' cannot be a child collection, because it is nullable, but a collection is always there: write 'public partial ModelCollection<TModel> Notes { get; }' with a model as TModel"),
        InCard("CAP0011", "a child that is no model", "[ChildModel] public partial [|string|] Note { get; }",
            "'Note' cannot be a child model, because it is a 'string', which is no model"),
        InCard("CAP0011", "a child with an init accessor", "[ChildModel] public partial Note [|Note|] { get; init; }",
            "'Note' cannot be a child model, because it has an init accessor, but a child model can be replaced at any time or never: write 'set', or no setter"),
        InCard("CAP0011", "a nullable child without a setter", "[ChildModel] public partial Note? [|Note|] { get; }",
            "'Note' cannot be a child model, because it is nullable and has no setter, so it would always be null: write '{ get; set; }' or '{ get; private set; }'"),
        InCard("CAP0011", "a child of its own class", "[ChildModel] public partial [|Card|] Other { get; }",
            "'Other' cannot be a child model, because it would contain a 'Card' again, and so on without end"),
        InCard("CAP0012", "a 64th attribute",
            string.Concat(Enumerable.Range(1, 63).Select(number => $"public partial int N{number} {{ get; set; }} ")) + "public partial int [|N64|] { get; set; }",
            "'N64' is attribute 64 of 'Card', and a model has at most 63: move some of them to a child model"),
        InCard("CAP0013", "flags", "[Flags] public enum Kind { A = 1, B = 2 } public partial [|Kind|] Value { get; set; }",
            "'Value' cannot have the enum 'Card.Kind' as its type, because it has [Flags], and a combination of values has no name: use a bool for each, or a list of strings"),
        InCard("CAP0013", "two members of one value", "public enum Kind { A, B = A } public partial [|Kind?|] Value { get; set; }",
            "'Value' cannot have the enum 'Card.Kind?' as its type, because its members 'A' and 'B' have the same value: give each its own"),
        InCard("CAP0013", "two members of one name on the wire", "public enum Kind { URL, Url } public partial [|Kind|] Value { get; set; }",
            "'Value' cannot have the enum 'Card.Kind' as its type, because its members 'URL' and 'Url' are both 'url' on the wire: rename one"),
        InCard("CAP0013", "flags in a list in a record",
            "[Flags] public enum Kind { A = 1, B = 2 } public record Pair(IReadOnlyList<Kind?> Kinds); public partial [|Pair?|] Value { get; set; }",
            "'Value' cannot have the enum 'Card.Kind?' as its type, because it has [Flags], and a combination of values has no name: use a bool for each, or a list of strings"),
        InCard("CAP0022", "an address without a start", "public partial Uri [|Home|] { get; set; }",
            "'Home' has the type 'System.Uri', which has no empty value, and nothing stands beside the property: write '= …;' after it, or make it nullable"),
        InCard("CAP0022", "a record without a start", "public record Money(decimal Amount); public partial Money [|Price|] { get; set; }",
            "'Price' has the type 'Card.Money', which has no empty value, and nothing stands beside the property: write '= …;' after it, or make it nullable"),
        InCard("CAP0014", "editable and hidden", "[ClientEditable, ServerOnly] public partial int [|Count|] { get; set; }",
            "'Count' is annotated with both [ClientEditable] and [ServerOnly]: a client cannot edit what it must not see"),
        InCard("CAP0014", "an immutable child", "[ChildModel, Immutable] public partial Note [|Note|] { get; }",
            "'Note' is annotated with both [ChildModel] and [Immutable]: what may be done below is said by the rules of the child itself"),
        InCard("CAP0014", "a collection that is a model", "[ChildCollection, ChildModel] public partial ModelCollection<Note> [|Notes|] { get; }",
            "'Notes' is annotated with both [ChildCollection] and [ChildModel]: a property is one of the two"),
    ];

    private static DiagnosticCase InCard(string id, string name, string members, string message) => new(
        id, name, $$"""
        [CapsuleModel] public partial class Card { {{members}} }
        [CapsuleModel] public partial class Note;
        """,
        message);
}
