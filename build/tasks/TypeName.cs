namespace Capsule.Build.Tasks;

/// <summary>A type as metadata names it.</summary>
/// <param name="FullName">With dots between all its parts; of a generic type without its arguments.</param>
/// <param name="Arguments">Of a generic type.</param>
internal sealed record TypeName(string FullName, IReadOnlyList<TypeName> Arguments)
{
    /// <summary>Anything of which only the name counts, or not even that.</summary>
    public TypeName(string fullName)
        : this(fullName, [])
    {
    }
}
