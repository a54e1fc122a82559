using Capsule.Generators.Models;

namespace Capsule.Generators.Emitting;

/// <summary>The kinds of values by the names that the client knows.</summary>
internal static class WireKind
{
    public static string Of(ValueKind kind) => kind switch
    {
        ValueKind.Boolean => "bool",
        ValueKind.Int32 => "int32",
        ValueKind.Double => "double",
        ValueKind.String => "string",
        ValueKind.Guid => "guid",
        ValueKind.DateTimeOffset => "dateTimeOffset",
        ValueKind.Enum => "enum",
        _ => "list",
    };
}
