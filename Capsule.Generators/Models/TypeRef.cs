namespace Capsule.Generators.Models;

/// <summary>The type of an attribute, an argument or a result.</summary>
/// <param name="Kind">What it is without its nullability.</param>
/// <param name="IsNullable">Whether null is a value.</param>
/// <param name="Enum">The enum, if it is one.</param>
internal sealed record TypeRef(ValueKind Kind, bool IsNullable, EnumSpec? Enum = null)
{
    /// <summary>Whether C# holds it as a reference, which null must be kept out of.</summary>
    public bool IsReference => Kind is ValueKind.String or ValueKind.Strings;

    /// <summary>Whether it can be incremented.</summary>
    public bool IsNumber => Kind is ValueKind.Int32 or ValueKind.Double;
}
