using Capsule.Generators.Ledger;
using Microsoft.CodeAnalysis;

namespace Capsule.Generators.Diagnostics;

/// <summary>Rules about the ledger's own text, which people merge by hand.</summary>
internal static class LedgerFileRules
{
    public static IEnumerable<Diagnostic> Check(LedgerOfCompilation ledger)
    {
        LedgerReading reading = ledger.Reading;
        return reading.Problem is { } problem
            ? [Diagnostic.Create(Descriptors.UnreadableLedger, ledger.PlaceOf(problem.Start, problem.End), problem.Message)]
            : reading.Document!.Models.SelectMany(model => CheckNumbers(model, ledger));
    }

    private static IEnumerable<Diagnostic> CheckNumbers(LedgerModel model, LedgerOfCompilation ledger)
    {
        var taken = new Dictionary<(bool IsMethod, int Number), LedgerMember>();
        foreach (LedgerMember member in model.Members.Where(static member => member.Number > 0))
        {
            if (taken.TryGetValue((member.IsMethod, member.Number), out LedgerMember? other))
            {
                (int start, int end) = ledger.Reading.Places.OfNumber(model.Name, member);
                yield return Diagnostic.Create(
                    Descriptors.SameNumber, ledger.PlaceOf(start, end), member.Name, model.Name, member.Number, other.Name, LedgerNumbers.Next(model.Members, member.IsMethod));
            }
            else
            {
                taken.Add((member.IsMethod, member.Number), member);
            }
        }
    }
}
