namespace Capsule.Generators.Models;

/// <summary>The kinds of values that attributes, arguments and results have. Their names are those of the runtime's readers.</summary>
internal enum ValueKind
{
    Boolean,
    Int32,
    Double,
    String,
    Guid,
    DateTimeOffset,
    Enum,

    /// <summary>A list of texts, none of them null.</summary>
    Strings,
    Byte,
    SByte,
    Int16,
    UInt16,
    UInt32,
    Int64,
    UInt64,
    Single,
    Decimal,
    DateTime,
    DateOnly,
    TimeOnly,
    TimeSpan,
    Char,
    Uri,
    Bytes,

    /// <summary>A list of anything else.</summary>
    List,
    Dictionary,
    Record,

    /// <summary>Another model of the tree.</summary>
    Reference,
}
