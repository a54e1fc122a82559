namespace Capsule;

/// <summary>How an import is taken in.</summary>
public sealed record MportOptions
{
    /// <summary>Merges, raises events, and takes members with <see cref="ServerOnlyAttribute"/> as they come.</summary>
    public static MportOptions Default { get; } = new();

    /// <summary>Into a new model, as a copy: handlers do not answer what they have answered where the data come from.</summary>
    internal static MportOptions Copy { get; } = new() { Silent = true, Replace = true };

    /// <summary>Withholds the events inside the process; state and batch are as always. Default false.</summary>
    public bool Silent { get; init; }

    /// <summary>Makes each collection in the data equal to it: what the data do not name is removed, and the order is theirs. Default false:
    /// nothing is removed or moved.</summary>
    public bool Replace { get; init; }
}

/// <summary>What came of an import.</summary>
/// <param name="Ignored">Members of the data that no member of the models could take, as <c>type.member</c>, each once.</param>
public sealed record MportResult(IReadOnlyCollection<string> Ignored)
{
    /// <summary>The references to models that the tree does not have, such as those of a part of another tree: they are null now.</summary>
    public IReadOnlyList<UnknownReference> Unknown { get; init; } = [];
}

/// <summary>A <see cref="ReferenceAttribute"/> attribute whose target was nowhere.</summary>
/// <param name="Model">Whose attribute.</param>
/// <param name="Attribute">Its name on the wire.</param>
/// <param name="Target">The id that the data have.</param>
public sealed record UnknownReference(ModelId Model, string Attribute, ModelId Target);
