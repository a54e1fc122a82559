namespace Capsule.Access.Seeing;

/// <summary>Which members of a class some users can see at all, as bits by number.</summary>
internal readonly record struct ModelView(ulong Attributes, ulong Collections, ulong Children)
{
    /// <summary>Whether the place with this <see cref="Place.Member"/> is among them.</summary>
    public bool Has(int member) =>
        member < Place.Children ? (Collections & (1UL << (member - Place.Collections))) != 0 : (Children & (1UL << (member - Place.Children))) != 0;
}
