namespace Capsule;

/// <summary>What an export holds.</summary>
public sealed record XportOptions
{
    /// <summary>Everything that clients may know, with all below.</summary>
    public static XportOptions Default { get; } = new();

    /// <summary>Also the members with <see cref="ServerOnlyAttribute"/>, and without those that the server computes: for storage, never for clients.</summary>
    public static XportOptions Everything { get; } = new() { ServerOnly = true };

    /// <summary>What a store gets.</summary>
    internal static XportOptions Stored { get; } = new() { ServerOnly = true, Transient = false };

    /// <summary>With collections and child models; false for the attributes alone. Default true.</summary>
    public bool Recurse { get; init; } = true;

    /// <summary>With members that have <see cref="ServerOnlyAttribute"/>, and without attributes that are computed (<see cref="ComputedAttribute.OnServer"/>), which whoever takes the
    /// export in computes. Default false.</summary>
    public bool ServerOnly { get; init; }

    /// <summary>With attributes that have <see cref="TransientAttribute"/>, and with what is in collections that have it. Default true.</summary>
    public bool Transient { get; init; } = true;

    /// <summary>What those who get it can see at all; null: everything that clients may know.</summary>
    internal Access.Seeing.View? View { get; init; }

    internal ulong AttributesOf(ModelType type) =>
        (ServerOnly ? type.AllAttributes & ~type.ComputedAttributes : View?.Of(type).Attributes ?? type.PublicAttributes)
        & (Transient ? ulong.MaxValue : ~type.TransientAttributes);
}
