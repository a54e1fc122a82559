using Capsule.Generators.Models;

namespace Capsule.Generators.Emitting.CSharp;

/// <summary>How emitted code spells types, and the kinds of values that the runtime has for them.</summary>
internal static class ValueCode
{
    /// <summary>The kinds that the runtime has a setter and an exchange for by name; what is not here goes through the general ones.</summary>
    private static readonly HashSet<string> Named = new(StringComparer.Ordinal)
    {
        "Boolean", "NullableBoolean", "Int32", "NullableInt32", "Int64", "Double", "NullableDouble", "Decimal", "String", "NullableString", "Guid",
        "DateTimeOffset", "NullableDateTimeOffset", "Strings",
    };

    public static string TypeName(TypeRef type) => type.Kind switch
    {
        ValueKind.Strings => "global::System.Collections.Generic.IReadOnlyList<string>",
        ValueKind.List => $"global::System.Collections.Generic.IReadOnlyList<{TypeName(type.Element!)}>",
        ValueKind.Dictionary => $"global::System.Collections.Generic.IReadOnlyDictionary<string, {TypeName(type.Element!)}>",
        ValueKind.Enum => type.Enum!.FullName,
        ValueKind.Record => type.Record!.FullName,
        ValueKind.Reference => type.Target!.TypeName,
        _ => ScalarNames.CSharp(type.Kind),
    }
    + (type.IsNullable ? "?" : "");

    /// <summary>The name of the runtime's own setter, or null where there is none.</summary>
    public static string? NamedKind(TypeRef type) => Named.Contains(KindName(type)) ? KindName(type) : null;

    /// <summary>The expression for the kind of a type.</summary>
    public static string Kind(TypeRef type) => $"{(IsOfRuntime(type) ? $"{Names.Internals}.ValueKinds" : Names.Kinds)}.{KindName(type)}";

    /// <summary>The statement that writes a value.</summary>
    public static string Write(TypeRef type, string writer, string value) => $"{Kind(type)}.Write({writer}, {value});";

    /// <summary>The expression that reads a value.</summary>
    public static string Read(TypeRef type, string reader) => $"{Kind(type)}.Read(ref {reader})";

    /// <summary>What the getter gives of the field.</summary>
    public static string Got(TypeRef type, bool startsEmpty) =>
        startsEmpty ? $"field ?? {Empty(type)}"
        : type is { Kind: ValueKind.DateTime, IsNullable: false } ? $"{Names.AttributeValue}.Utc(field)"
        : "field";

    /// <summary>Whether the runtime has the kind; else the model has it.</summary>
    public static bool IsOfRuntime(TypeRef type) => type is { Enum: null, Element: null, Record: null };

    public static string KindName(TypeRef type) => (type.IsNullable ? "Nullable" : "") + type switch
    {
        { Enum: { } @enum } => @enum.Name + "Enum",
        { Record: { } record } => record.Name + "Record",
        { Element: { } element } => $"{type.Kind}Of{KindName(element)}",
        _ => type.Kind.ToString(),
    };

    private static string Empty(TypeRef type) => type.Kind switch
    {
        ValueKind.Strings => $"{Names.AttributeValue}.NoStrings",
        ValueKind.List => $"{Names.AttributeValue}.NoElements<{TypeName(type.Element!)}>()",
        ValueKind.Dictionary => $"{Names.AttributeValue}.NoEntries<{TypeName(type.Element!)}>()",
        _ => "\"\"",
    };
}
