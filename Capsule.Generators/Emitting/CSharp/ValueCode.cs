using Capsule.Generators.Models;

namespace Capsule.Generators.Emitting.CSharp;

/// <summary>The code that differs from type to type: which helper of the runtime serves which. Reading and writing have files of their own.</summary>
internal static class ValueCode
{
    public static string TypeName(TypeRef type) => type.Kind switch
    {
        ValueKind.Strings => "global::System.Collections.Generic.IReadOnlyList<string>",
        ValueKind.List => $"global::System.Collections.Generic.IReadOnlyList<{TypeName(type.Element!)}>",
        ValueKind.Dictionary => $"global::System.Collections.Generic.IReadOnlyDictionary<string, {TypeName(type.Element!)}>",
        ValueKind.Enum => type.Enum!.FullName,
        ValueKind.Record => type.Record!.FullName,
        _ => ScalarNames.CSharp(type.Kind),
    }
    + (type.IsNullable ? "?" : "");

    public static string AreSame(TypeRef type, string left, string right) => type switch
    {
        { Kind: ValueKind.Double or ValueKind.DateTimeOffset or ValueKind.Strings or ValueKind.Uri } => $"{Names.AttributeValue}.Same{type.Kind}({left}, {right})",
        { Kind: ValueKind.List or ValueKind.Dictionary } => $"{Names.AttributeValue}.Same{type.Kind}({left}, {right}, {Comparer(type.Element!)})",
        { Record: { } record } => $"{RecordCode.ClassName(record)}.Same({left}, {right})",
        { Kind: ValueKind.Single or ValueKind.Decimal or ValueKind.Bytes } when type.IsNullable =>
            $"{Names.AttributeValue}.SameNullable({left}, {right}, {Names.AttributeValue}.Same{type.Kind})",
        { Kind: ValueKind.Single or ValueKind.Decimal or ValueKind.Bytes } => $"{Names.AttributeValue}.Same{type.Kind}({left}, {right})",
        { Kind: ValueKind.Guid, IsNullable: false } => $"{left}.Equals({right})",
        _ => $"{left} == {right}",
    };

    public static string Differ(TypeRef type, string left, string right) =>
        AreSame(type, left, right) is var same && same.EndsWith(")", StringComparison.Ordinal) ? "!" + same : $"{left} != {right}";

    /// <summary>The statement that lets only what may be held through to the field, or null where all values may.</summary>
    public static string? Guard(TypeRef type) => type switch
    {
        { Kind: ValueKind.String, IsNullable: false } => "global::System.ArgumentNullException.ThrowIfNull(value);",
        { Kind: ValueKind.Strings } => $"value = {Held(type, "value")};",
        { Kind: ValueKind.Double } => $"{Names.AttributeValue}.Finite(value);",
        { Enum: { } @enum } => $"_ = {EnumCode.ClassName(@enum)}.NameOf(value);",
        _ => Held(type, "value") is var held && held != "value" ? $"value = {held};" : null,
    };

    /// <summary>What may be held of a value: itself, or a copy; else it throws.</summary>
    public static string Held(TypeRef type, string value) => type switch
    {
        { Kind: ValueKind.String or ValueKind.Uri } => type.IsNullable ? value : NotNull(value),
        { Kind: ValueKind.Strings } => $"{Names.AttributeValue}.Copy{(type.IsNullable ? "Nullable" : "")}({value})",
        { Kind: ValueKind.List or ValueKind.Dictionary } =>
            $"{Names.AttributeValue}.Copy{type.Kind}({(type.IsNullable ? value : NotNull(value))}, {Holder(type.Element!) ?? "null"})",
        { Record: { } record } => $"{RecordCode.ClassName(record)}.Hold{(type.IsNullable ? "Nullable" : "")}({value})",
        { Enum: { } @enum } => $"{Names.AttributeValue}.Defined({value}, {EnumCode.ClassName(@enum)}.NameOf({value}))",
        { Kind: ValueKind.Double } => $"{Names.AttributeValue}.Finite({value})",
        { Kind: ValueKind.Single or ValueKind.Char or ValueKind.DateTime or ValueKind.Bytes } when type.IsNullable =>
            $"{Names.AttributeValue}.HeldNullable({value}, {Names.AttributeValue}.{ScalarHolder(type.Kind)})",
        { Kind: ValueKind.Single or ValueKind.Char or ValueKind.DateTime or ValueKind.Bytes } => $"{Names.AttributeValue}.{ScalarHolder(type.Kind)}({value})",
        _ => value,
    };

    /// <summary>What the getter gives of the field.</summary>
    public static string Got(TypeRef type, bool startsEmpty) =>
        startsEmpty ? $"field ?? {Empty(type)}"
        : type is { Kind: ValueKind.DateTime, IsNullable: false } ? $"{Names.AttributeValue}.Utc(field)"
        : "field";

    private static string Empty(TypeRef type) => type.Kind switch
    {
        ValueKind.Strings => $"{Names.AttributeValue}.NoStrings",
        ValueKind.List => $"{Names.AttributeValue}.NoElements<{TypeName(type.Element!)}>()",
        ValueKind.Dictionary => $"{Names.AttributeValue}.NoEntries<{TypeName(type.Element!)}>()",
        _ => "\"\"",
    };

    private static string Comparer(TypeRef type) => $"static (left, right) => {AreSame(type, "left", "right")}";

    private static string? Holder(TypeRef type) => Held(type, "one") is var held && held == "one" ? null : $"static one => {held}";

    private static string NotNull(string value) => $"{Names.AttributeValue}.NotNull({value})";

    private static string ScalarHolder(ValueKind kind) => kind switch
    {
        ValueKind.Single => "Finite",
        ValueKind.Char => "Character",
        ValueKind.DateTime => "Utc",
        _ => "CopyBytes",
    };
}
