using Capsule.Generators.Models;

namespace Capsule.Generators.Ledger;

/// <summary>The rule of numbers: those without one get the next that nobody had, in the order of the ledger. Methods are counted apart.</summary>
internal static class LedgerNumbers
{
    public static EquatableArray<LedgerMember> Give(IEnumerable<LedgerMember> members)
    {
        EquatableArray<LedgerMember> sorted = LedgerModel.Sort(members);
        var next = new Dictionary<bool, int> { [false] = Next(sorted, isMethod: false), [true] = Next(sorted, isMethod: true) };
        return sorted.Select(member => member.Number > 0 ? member : member with { Number = next[member.IsMethod]++ }).ToEquatableArray();
    }

    /// <summary>The next free number.</summary>
    public static int Next(IEnumerable<LedgerMember> members, bool isMethod) =>
        members.Where(member => member.IsMethod == isMethod).Select(static member => member.Number).DefaultIfEmpty(0).Max() + 1;
}
