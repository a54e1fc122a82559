namespace Capsule.Generators.Diagnostics;

/// <summary>Names on the wire that are taken.</summary>
internal static class ReservedNames
{
    private static readonly HashSet<string> OfTheWire = new(StringComparer.Ordinal) { "attrs", "collections", "models", "type", "id" };

    /// <summary>The members of a mirror's base class, and of every object in JavaScript.</summary>
    private static readonly HashSet<string> OfTheMirror = new(StringComparer.Ordinal)
    {
        "parent", "collection", "session", "get", "has", "on", "once", "assign", "children", "child", "setServer", "unsetServer", "incrementServer",
        "toggleServer", "deleteServer", "moveServer", "callServerMethod", "toJSON", "toString", "valueOf", "constructor", "prototype", "__proto__",
        "hasOwnProperty", "metadata", "modelGetter", "isPending", "toTemplate", "validate",
    };

    /// <summary>What mirrors use of JavaScript by its name: types, and what computed values call.</summary>
    private static readonly HashSet<string> OfMirrors = new(StringComparer.Ordinal) { "Date", "Math", "Number", "String", "BigInt" };

    /// <summary>Why no member of a model may have the name, or null if it may.</summary>
    public static string? ReasonForMember(string wireName) =>
        OfTheWire.Contains(wireName) ? "an exported model has a member by this name: rename it, or write [JsonPropertyName(\"otherName\")]"
        : OfTheMirror.Contains(wireName) ? "every mirror has a member by this name: rename it, or write [JsonPropertyName(\"otherName\")]"
        : null;

    /// <summary>Why no mirror may have the name, or null if it may.</summary>
    public static string? ReasonForMirror(string mirrorName) =>
        OfMirrors.Contains(mirrorName) ? "mirrors use what JavaScript has by this name: write [CapsuleModel(\"otherName\")]" : null;
}
