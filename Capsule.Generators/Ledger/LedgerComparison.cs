namespace Capsule.Generators.Ledger;

/// <summary>Compares a model with what the ledger has of it.</summary>
internal static class LedgerComparison
{
    /// <summary>All differences, in the order of the ledger.</summary>
    public static IReadOnlyList<LedgerChange> Compare(LedgerModel before, LedgerModel now)
    {
        var changes = new List<LedgerChange>();
        var known = new HashSet<LedgerMember>();
        var added = new List<LedgerMember>();
        foreach (LedgerMember member in now.Members)
        {
            if (before.Find(member) is { } former && known.Add(former))
            {
                changes.AddRange(former.IsRemoved ? MemberComparison.CompareReturned(former, member).Append(Added(member)) : MemberComparison.Compare(former, member));
            }
            else
            {
                added.Add(member);
            }
        }

        LedgerMember[] gone = [.. before.Members.Where(member => !member.IsRemoved && !known.Contains(member))];
        changes.AddRange(gone.Select(member => Gone(member, added)));
        changes.AddRange(added.Select(Added));
        return [.. changes.OrderBy(static change => change.Member.IsMethod).ThenBy(static change => change.Member.Name, StringComparer.Ordinal)];
    }

    /// <summary>A new one of the same kind and type may be what it has become.</summary>
    private static LedgerChange Gone(LedgerMember member, List<LedgerMember> added)
    {
        if (member is { IsMethod: true, IsPublic: false })
        {
            return new(ChangeKind.Harmless, member, member);
        }

        if (added.Find(one => one.Kind == member.Kind && one.Type == member.Type && one.Was.Count == 0) is not { } successor)
        {
            return new(ChangeKind.Removed, member, member);
        }

        added.Remove(successor);
        return new(ChangeKind.Replaced, successor, member, member.Name);
    }

    private static LedgerChange Added(LedgerMember member) => new(member switch
    {
        { IsPublic: false } or { IsMethod: true } => ChangeKind.Harmless,
        { Kind: MemberKinds.Attribute, MayBeUnknown: true } => ChangeKind.Harmless,
        _ => ChangeKind.Reload,
    }, member);
}
