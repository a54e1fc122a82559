using Capsule.Generators.Models;

namespace Capsule.Generators.Emitting;

/// <summary>The kinds of values by the names that the client knows.</summary>
internal static class WireKind
{
    public static string Of(ValueKind kind) => kind switch
    {
        ValueKind.Enum => "enum",
        ValueKind.Strings or ValueKind.List => "list",
        ValueKind.Dictionary => "dictionary",
        ValueKind.Record => "record",
        ValueKind.Reference => "reference",
        _ => ScalarNames.Wire(kind),
    };
}
