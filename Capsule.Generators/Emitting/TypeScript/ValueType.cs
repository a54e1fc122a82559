using Capsule.Generators.Models;

namespace Capsule.Generators.Emitting.TypeScript;

/// <summary>How values look in TypeScript.</summary>
internal static class ValueType
{
    public static string Of(TypeRef type) => type.Kind switch
    {
        ValueKind.Boolean => "boolean",
        ValueKind.Int32 or ValueKind.Double => "number",
        ValueKind.DateTimeOffset => "Date",
        ValueKind.Enum => Union(type.Enum!),
        ValueKind.Strings => "readonly string[]",
        _ => "string",
    }
    + (type.IsNullable ? " | null" : "");

    /// <summary>The type of a method's result. Results come as plain JSON, which has no dates.</summary>
    public static string OfResult(TypeRef? type) => type switch
    {
        null => "void",
        { Kind: ValueKind.DateTimeOffset } => Of(type with { Kind = ValueKind.String }),
        _ => Of(type),
    };

    private static string Union(EnumSpec @enum) =>
        @enum.Members.Count == 0 ? "never" : string.Join(" | ", @enum.Members.Select(member => $"\"{member.WireName}\""));
}
