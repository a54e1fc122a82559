namespace Capsule.Generators.Models;

/// <summary>The kinds of values that attributes, arguments and results have.</summary>
internal enum ValueKind
{
    Boolean,
    Int32,
    Double,
    String,
    Guid,
    DateTimeOffset,
    Enum,
    Strings,
}
