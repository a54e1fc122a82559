using Capsule.Generators.Models;

namespace Capsule.Generators.Emitting.CSharp;

/// <summary>The code that differs from type to type. The one place that knows which helper of the runtime serves which.</summary>
internal static class ValueCode
{
    public static string TypeName(TypeRef type) => type.Kind switch
    {
        ValueKind.Boolean => "bool",
        ValueKind.Int32 => "int",
        ValueKind.Double => "double",
        ValueKind.String => "string",
        ValueKind.Guid => "global::System.Guid",
        ValueKind.DateTimeOffset => "global::System.DateTimeOffset",
        ValueKind.Strings => "global::System.Collections.Generic.IReadOnlyList<string>",
        _ => type.Enum!.FullName,
    }
    + (type.IsNullable ? "?" : "");

    /// <summary>The method that reads a value.</summary>
    public static string Reader(TypeRef type) => type.Enum is { } @enum
        ? $"{EnumCode.ClassName(@enum)}.Read{Nullable(type)}"
        : $"{Names.AttributeJson}.Read{Nullable(type)}{type.Kind}";

    /// <summary>What is handed to a writing method for the value.</summary>
    public static string Written(TypeRef type, string value) => type.Enum is { } @enum ? $"{EnumCode.ClassName(@enum)}.NameOf({value})" : value;

    public static string AreSame(TypeRef type, string left, string right) => type.Kind switch
    {
        ValueKind.Double or ValueKind.DateTimeOffset or ValueKind.Strings => $"{Names.AttributeValue}.Same({left}, {right})",
        _ => $"{left} == {right}",
    };

    public static string Differ(TypeRef type, string left, string right) =>
        AreSame(type, left, right) is var same && same.EndsWith(")", StringComparison.Ordinal) ? "!" + same : $"{left} != {right}";

    /// <summary>The statement that lets only what may be held through to the field, or null where all values may.</summary>
    public static string? Guard(TypeRef type) => type switch
    {
        { Kind: ValueKind.String, IsNullable: false } => "global::System.ArgumentNullException.ThrowIfNull(value);",
        { Kind: ValueKind.Strings } => $"value = {Names.AttributeValue}.Copy{Nullable(type)}(value);",
        { Kind: ValueKind.Double } => $"{Names.AttributeValue}.Finite(value);",
        { Enum: { } @enum } => $"_ = {EnumCode.ClassName(@enum)}.NameOf(value);",
        _ => null,
    };

    /// <summary>What an attribute that was never set gives although null is no value of it.</summary>
    public static string Empty(TypeRef type) => type.Kind == ValueKind.Strings ? $"{Names.AttributeValue}.NoStrings" : "\"\"";

    private static string Nullable(TypeRef type) => type.IsNullable ? "Nullable" : "";
}
