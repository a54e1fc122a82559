using Capsule.Generators.Models;

namespace Capsule.Generators.Emitting.CSharp;

/// <summary>How a value of each type is read.</summary>
internal static class ReadingCode
{
    /// <summary>The expression that reads a value from a reader that is in a variable.</summary>
    public static string Read(TypeRef type, string reader) =>
        Method(type) is { } method ? $"{method}(ref {reader})"
        : type.IsNullable ? $"{Names.AttributeJson}.IsNull(ref {reader}) ? {Null(type)} : {Read(type with { IsNullable = false }, reader)}"
        : $"{Names.AttributeJson}.Read{type.Kind}<{ValueCode.TypeName(type.Element!)}>(ref {reader}, {Reader(type.Element!)})";

    /// <summary>The method that reads a value, or a lambda that does.</summary>
    public static string Reader(TypeRef type) => Method(type) ?? $"static (ref {Names.Reader} reader) => {Read(type, "reader")}";

    /// <summary>Whether there is no method whose name is enough.</summary>
    public static bool NeedsLambda(TypeRef type) => Method(type) is null;

    private static string? Method(TypeRef type) => type switch
    {
        { Enum: { } @enum } => $"{EnumCode.ClassName(@enum)}.Read{(type.IsNullable ? "Nullable" : "")}",
        { Kind: <= ValueKind.Strings } => $"{Names.AttributeJson}.Read{(type.IsNullable ? "Nullable" : "")}{type.Kind}",
        { IsNullable: true } or { Kind: ValueKind.List or ValueKind.Dictionary } => null,
        { Record: { } record } => $"{RecordCode.ClassName(record)}.Read",
        _ => $"{Names.AttributeJson}.Read{type.Kind}",
    };

    /// <summary>A bare null beside a memory would be taken for an array, and become an empty memory.</summary>
    private static string Null(TypeRef type) => type.Kind == ValueKind.Bytes ? $"default({ValueCode.TypeName(type)})" : "null";
}
