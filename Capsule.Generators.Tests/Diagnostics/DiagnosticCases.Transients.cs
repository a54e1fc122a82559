namespace Capsule.Generators.Tests.Diagnostics;

internal static partial class DiagnosticCases
{
    private static readonly DiagnosticCase[] Transients =
    [
        InCard("CAP0030", "an attribute that belongs to a session", "[SessionOwned] public partial string [|Selection|] { get; set; }",
            "'Selection' is [SessionOwned], but no [ChildCollection]: sessions own what they add to collections, so write it on the collection"),
        InCard("CAP0030", "a child that belongs to a session", "[ChildModel, SessionOwned] public partial Note [|Other|] { get; }",
            "'Other' is [SessionOwned], but no [ChildCollection]: sessions own what they add to collections, so write it on the collection"),
        InCard("CAP0014", "a child that is not stored", "[ChildModel, Transient] public partial Note [|Other|] { get; }",
            "'Other' is annotated with both [ChildModel] and [Transient]: a child model is stored with the model that it belongs to; mark what of it is not"),
        InCard("CAP0014", "what is set once and not stored", "[Immutable, Transient] public partial string [|Name|] { get; set; }",
            "'Name' is annotated with both [Immutable] and [Transient]: what is set once would be lost for good when the tree is loaded again"),
        InCard("CAP0007", "what is not stored and not partial", "[Transient] internal int [|Seen|] => 0;",
            "'Seen' is not partial, so its changes are neither tracked nor sent: write 'partial' before its type, or make it no public property with annotations if it is meant to stay on this server"),
        InCard("CAP0040", "a computed value that is not stored", "[Computed(OnServer = true), Transient] public int [|Seen|] => 0;",
            "'Seen' cannot be computed, because it is [Transient] too, but follows from other members: write 'public … Seen => …;'"),
        InCard("CAP0031", "a broadcast with a body", "[Broadcast] public void [|Rolled|](int value) { }",
            "'Rolled' cannot be a [Broadcast], because it has a body, and the generator writes that: write 'partial' before 'void', and ';' after it"),
        InCard("CAP0031", "a broadcast with a result", "[Broadcast] public partial int [|Rolled|](int value);",
            "'Rolled' cannot be a [Broadcast], because it returns something, and nobody answers"),
        InCard("CAP0031", "a static broadcast", "[Broadcast] public static partial void [|Rolled|](int value);",
            "'Rolled' cannot be a [Broadcast], because it is static, and it happens to a model"),
        InCard("CAP0031", "a generic broadcast", "[Broadcast] public partial void [|Rolled|]<T>(int value);",
            "'Rolled' cannot be a [Broadcast], because it has type parameters, which the wire cannot carry"),
        InCard("CAP0031", "a broadcast that C# may leave out", "[Broadcast] partial void [|Rolled|](int value);",
            "'Rolled' cannot be a [Broadcast], because it says nothing of who may call it: write 'public', 'internal' or 'private' before 'partial'"),
        InCard("CAP0031", "a broadcast that tells by reference", "[Broadcast] public partial void [|Rolled|](in int value);",
            "'Rolled' cannot be a [Broadcast], because it takes an argument by reference or as 'params': what is told is a copy of each"),
        InCard("CAP0031", "two broadcasts of one name", "[Broadcast] public partial void Rolled(); [Broadcast] public partial void [|Rolled|](int value);",
            "'Rolled' cannot be a [Broadcast], because it has the name 'rolled' on the wire, as another broadcast of the model: rename one"),
        InCard("CAP0032", "a broadcast of an unsupported type", "[Broadcast] public partial void Rolled([|object|] value);",
            $"'Rolled' cannot tell 'value', which has the type 'object': {Supported}"),
    ];
}
