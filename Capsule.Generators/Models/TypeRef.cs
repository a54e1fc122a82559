namespace Capsule.Generators.Models;

/// <summary>The type of an attribute, an argument or a result.</summary>
/// <param name="Kind">What it is without its nullability.</param>
/// <param name="IsNullable">Whether null is a value.</param>
/// <param name="Enum">The enum, if it is one.</param>
/// <param name="Element">What a list or a dictionary holds.</param>
/// <param name="Record">The record, if it is one.</param>
/// <param name="Target">What it points at, if it is a reference.</param>
internal sealed record TypeRef(ValueKind Kind, bool IsNullable, EnumSpec? Enum = null, TypeRef? Element = null, RecordSpec? Record = null, TargetSpec? Target = null)
{
    /// <summary>Whether C# holds it as a reference, which null must be kept out of.</summary>
    public bool IsReference => StartsEmpty || Kind is ValueKind.Uri or ValueKind.Record;

    /// <summary>Whether a reference that nobody set has an obvious empty value.</summary>
    public bool StartsEmpty => Kind is ValueKind.String or ValueKind.Strings or ValueKind.List or ValueKind.Dictionary;

    /// <summary>Whether it can be incremented.</summary>
    public bool IsNumber => Kind is ValueKind.Int32 or ValueKind.Double or (>= ValueKind.Byte and <= ValueKind.Decimal);

    /// <summary>The same, with records that are called after the mirror in whose namespace they stand.</summary>
    public TypeRef In(string mirror) => this with
    {
        Element = Element?.In(mirror),
        Record = Record is null ? null : Record with
        {
            MirrorName = $"{mirror}.{Record.MirrorName.Split('.').Last()}",
            Members = Record.Members.Select(member => member with { Type = member.Type.In(mirror) }).ToEquatableArray(),
        },
    };

    /// <summary>Itself, what it holds, and so on down.</summary>
    public IEnumerable<TypeRef> WithParts() =>
        (Element is null ? [] : Element.WithParts())
        .Concat(Record is null ? [] : Record.Members.SelectMany(member => member.Type.WithParts()))
        .Append(this);
}
