using Capsule.Generators.Models;

namespace Capsule.Generators.Ledger;

/// <summary>One model, as the ledger keeps it.</summary>
/// <param name="Name">On the wire.</param>
/// <param name="Members">In ordinal order of their names, methods last.</param>
internal sealed record LedgerModel(string Name, EquatableArray<LedgerMember> Members)
{
    /// <summary>Names that it had before and that <c>[Renamed]</c> tells of, the oldest first.</summary>
    public EquatableArray<string> Was { get; init; }

    /// <summary>Whether there is no such class any more.</summary>
    public bool IsRemoved { get; init; }

    /// <summary>The first version of the ledger from which on clients need not be told of what changed in it.</summary>
    public int Since { get; init; } = 1;

    /// <summary>The hashes that it had in versions from <see cref="Since"/> on, before the one that it has.</summary>
    public EquatableArray<PastHash> Past { get; init; }

    /// <summary>The member that this one of another state is, by its name or by one that it had.</summary>
    public LedgerMember? Find(LedgerMember member) =>
        Find(member.IsMethod, member.Name) ?? member.Was.Select(name => Find(member.IsMethod, name)).FirstOrDefault(static one => one is not null);

    public LedgerMember? Find(bool isMethod, string name) => Members.FirstOrDefault(member => member.IsNamed(isMethod, name));

    /// <summary>The order in which the ledger has them, which numbers follow.</summary>
    public static EquatableArray<LedgerMember> Sort(IEnumerable<LedgerMember> members) =>
        members.OrderBy(static member => member.IsMethod).ThenBy(static member => member.Name, StringComparer.Ordinal).ToEquatableArray();
}
