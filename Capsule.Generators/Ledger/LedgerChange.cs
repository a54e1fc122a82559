namespace Capsule.Generators.Ledger;

/// <summary>One difference between a model and what the ledger has of it.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="Member">The member as it is now, or, if it is gone, as it was.</param>
/// <param name="Before">What the ledger has; null for what is new.</param>
/// <param name="Detail">What goes into the diagnostic: the former name or type, or what is narrower.</param>
internal sealed record LedgerChange(ChangeKind Kind, LedgerMember Member, LedgerMember? Before = null, string Detail = "")
{
    /// <summary>The argument at which it is, or -1.</summary>
    public int Argument { get; init; } = -1;

    /// <summary>Whether it breaks stored data or the code of deployed clients, so that somebody has to say that it is meant.</summary>
    public bool IsBreaking => Kind >= ChangeKind.Removed;

    /// <summary>Whether clients have to be told of it, which all but harmless changes to what they know are.</summary>
    public bool DisturbsClients => Kind != ChangeKind.Harmless && (Member.IsPublic || Before is { IsPublic: true });

    /// <summary>For the build, where there is no place to point at.</summary>
    public override string ToString() => $"{Member.Kind} '{Member.Name}' {Kind switch
    {
        ChangeKind.Removed => "is gone",
        ChangeKind.Replaced => $"is new and '{Detail}' is gone",
        ChangeKind.Retyped => $"was '{Detail}' and is '{Member.Type}'",
        ChangeKind.Forgotten => $"was called '{Detail}' once",
        _ => Detail,
    }}";
}
