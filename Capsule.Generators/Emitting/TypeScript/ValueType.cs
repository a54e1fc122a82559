using Capsule.Generators.Models;

namespace Capsule.Generators.Emitting.TypeScript;

/// <summary>How values look in TypeScript.</summary>
internal static class ValueType
{
    public static string Of(TypeRef type) => type.Kind switch
    {
        ValueKind.Enum => Union(type.Enum!),
        ValueKind.Strings => "readonly string[]",
        ValueKind.List => $"readonly {Grouped(type.Element!)}[]",
        ValueKind.Dictionary => $"{{ readonly [name: string]: {Of(type.Element!)} }}",
        ValueKind.Record => $"{type.Record!.MirrorName}",
        ValueKind.Reference => type.Target!.Mirror,
        _ => ScalarNames.TypeScript(type.Kind),
    }
    + (type.IsNullable ? " | null" : "");

    /// <summary>What a client may give when it adds a model: of a reference the id too.</summary>
    public static string OfInput(TypeRef type) => type.Kind == ValueKind.Reference ? $"{type.Target!.Mirror} | string | null" : Of(type);

    /// <summary>The type of a method's result.</summary>
    public static string OfResult(TypeRef? type) => type is null ? "void" : Of(type);

    private static string Grouped(TypeRef element) => Of(element) is var text && text.IndexOf(' ') >= 0 ? $"({text})" : text;

    private static string Union(EnumSpec @enum) =>
        @enum.Members.Count == 0 ? "never" : string.Join(" | ", @enum.Members.Select(member => $"\"{member.WireName}\""));
}
