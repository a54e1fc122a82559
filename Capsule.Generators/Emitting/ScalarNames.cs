using Capsule.Generators.Models;

namespace Capsule.Generators.Emitting;

/// <summary>The kinds of single values: what each is called in C#, in the mirrors' metadata, and in TypeScript.</summary>
internal static class ScalarNames
{
    private static readonly Dictionary<ValueKind, (string CSharp, string Wire, string TypeScript)> All =
        new()
        {
            [ValueKind.Boolean] = ("bool", "bool", "boolean"),
            [ValueKind.Byte] = ("byte", "byte", "number"),
            [ValueKind.SByte] = ("sbyte", "sbyte", "number"),
            [ValueKind.Int16] = ("short", "int16", "number"),
            [ValueKind.UInt16] = ("ushort", "uint16", "number"),
            [ValueKind.Int32] = ("int", "int32", "number"),
            [ValueKind.UInt32] = ("uint", "uint32", "number"),
            [ValueKind.Int64] = ("long", "int64", "bigint"),
            [ValueKind.UInt64] = ("ulong", "uint64", "bigint"),
            [ValueKind.Single] = ("float", "float", "number"),
            [ValueKind.Double] = ("double", "double", "number"),
            [ValueKind.Decimal] = ("decimal", "decimal", "capsule.Decimal"),
            [ValueKind.String] = ("string", "string", "string"),
            [ValueKind.Char] = ("char", "char", "string"),
            [ValueKind.Guid] = ("global::System.Guid", "guid", "string"),
            [ValueKind.Uri] = ("global::System.Uri", "uri", "string"),
            [ValueKind.DateTimeOffset] = ("global::System.DateTimeOffset", "dateTimeOffset", "Date"),
            [ValueKind.DateTime] = ("global::System.DateTime", "dateTime", "Date"),
            [ValueKind.DateOnly] = ("global::System.DateOnly", "dateOnly", "capsule.DateOnly"),
            [ValueKind.TimeOnly] = ("global::System.TimeOnly", "timeOnly", "capsule.TimeOnly"),
            [ValueKind.TimeSpan] = ("global::System.TimeSpan", "timeSpan", "capsule.TimeSpan"),
            [ValueKind.Bytes] = ("global::System.ReadOnlyMemory<byte>", "bytes", "Uint8Array"),
        };

    public static string CSharp(ValueKind kind) => All[kind].CSharp;

    public static string Wire(ValueKind kind) => All[kind].Wire;

    public static string TypeScript(ValueKind kind) => All[kind].TypeScript;
}
