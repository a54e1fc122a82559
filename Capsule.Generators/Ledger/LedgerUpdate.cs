using Capsule.Generators.Emitting;
using Capsule.Generators.Models;

namespace Capsule.Generators.Ledger;

/// <summary>Carries a model's present state over into the ledger. Done again it changes nothing, so that what is compiled against the old ledger and
/// against the new one is the same.</summary>
internal static class LedgerUpdate
{
    /// <summary>What the ledger is to have of a model.</summary>
    /// <param name="before">What it has; null for a model that is new.</param>
    /// <param name="now">The model as it is described.</param>
    /// <param name="changes">The differences between the two.</param>
    /// <param name="version">Of the ledger that is there.</param>
    public static LedgerModel Update(LedgerModel? before, LedgerModel now, IReadOnlyList<LedgerChange> changes, int version)
    {
        LedgerModel updated = now with { Members = LedgerNumbers.Give(Members(before, now)) };
        if (before is null)
        {
            return updated;
        }

        string former = SchemaHash.Text(before);
        updated = updated with { Was = Names(before.Name, before.Was, now.Name, now.Was) };
        bool isSame = !before.IsRemoved && former == SchemaHash.Text(now);
        return isSame ? updated with { Since = before.Since, Past = before.Past }
            : before.IsRemoved || before.Name != now.Name || changes.Any(static change => change.DisturbsClients) ? updated with { Since = version + 1 }
            : updated with { Since = before.Since, Past = before.Past.Append(new(version, former)).ToEquatableArray() };
    }

    /// <summary>The model when its class is gone.</summary>
    public static LedgerModel Remove(LedgerModel model) => model with { IsRemoved = true, Past = default };

    private static IEnumerable<LedgerMember> Members(LedgerModel? before, LedgerModel now)
    {
        var known = new HashSet<LedgerMember>();
        foreach (LedgerMember member in now.Members)
        {
            bool isKnown = before?.Find(member) is { } former && known.Add(former);
            yield return isKnown ? Member(before!.Find(member)!, member) : member;
        }

        foreach (LedgerMember member in before?.Members ?? default)
        {
            if (!known.Contains(member))
            {
                yield return member with { IsRemoved = true };
            }
        }
    }

    private static LedgerMember Member(LedgerMember before, LedgerMember now) => now with
    {
        Number = before.Number,
        Was = Names(before.Name, before.Was, now.Name, now.Was),
        WasNullable = now.Kind == MemberKinds.Attribute && !IsNullable(now) && (before.WasNullable || IsNullable(before)),
    };

    /// <summary>The oldest first: those that the ledger has in its order, then those that only <c>[Renamed]</c> has.</summary>
    private static EquatableArray<string> Names(string name, EquatableArray<string> before, string nowName, EquatableArray<string> now) =>
        before.Append(name).Where(now.Contains).Concat(now).Where(one => one != nowName).Distinct().ToEquatableArray();

    private static bool IsNullable(LedgerMember member) => member.Type.EndsWith("?", StringComparison.Ordinal);
}
