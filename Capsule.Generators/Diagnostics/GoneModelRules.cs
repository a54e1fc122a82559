using Capsule.Generators.Ledger;
using Microsoft.CodeAnalysis;

namespace Capsule.Generators.Diagnostics;

/// <summary>The rule about models that the ledger has and the compilation has not.</summary>
internal static class GoneModelRules
{
    public static IEnumerable<Diagnostic> Check(IEnumerable<(INamedTypeSymbol Symbol, LedgerModel Model)> models, LedgerOfCompilation ledger)
    {
        LedgerDocument document = ledger.Reading.Document!;
        var added = new List<(INamedTypeSymbol Symbol, LedgerModel Model)>();
        var known = new List<string>();
        foreach ((INamedTypeSymbol symbol, LedgerModel model) in models.OrderBy(static one => one.Model.Name, StringComparer.Ordinal))
        {
            if (document.Find(model) is { } before)
            {
                known.Add(before.Name);
            }
            else
            {
                added.Add((symbol, model));
            }
        }

        foreach (LedgerModel gone in LedgerJoin.Gone(document, known).Where(static model => !model.IsRemoved))
        {
            yield return ledger.Create(Descriptors.ModelGone, PlaceOf(gone, added, ledger), gone.Name);
        }
    }

    /// <summary>The class that it seems to have become, else the ledger's line.</summary>
    private static Location PlaceOf(LedgerModel gone, List<(INamedTypeSymbol Symbol, LedgerModel Model)> added, LedgerOfCompilation ledger)
    {
        int index = added.FindIndex(one => IsAlike(gone, one.Model));
        if (index < 0)
        {
            (int start, int end) = ledger.Reading.Places.OfModel(gone.Name);
            return ledger.PlaceOf(start, end);
        }

        Location place = Places.OfModel(added[index].Symbol);
        added.RemoveAt(index);
        return place;
    }

    /// <summary>Whether it has at least half of the members.</summary>
    private static bool IsAlike(LedgerModel gone, LedgerModel model)
    {
        LedgerMember[] members = [.. gone.Members.Where(static member => !member.IsRemoved)];
        return members.Length > 0 && members.Count(member => model.Find(member.IsMethod, member.Name) is not null) * 2 >= members.Length;
    }
}
