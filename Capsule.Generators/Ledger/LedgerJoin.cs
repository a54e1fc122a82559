using System.Collections.Immutable;
using Capsule.Generators.Models;

namespace Capsule.Generators.Ledger;

/// <summary>Puts models and the ledger together.</summary>
internal static class LedgerJoin
{
    /// <summary>A model with what the ledger knows of its past, and what the ledger is to have of it; no entry where no ledger is kept.</summary>
    public static (ModelSpec Model, LedgerEntry? Entry) Join((ModelSpec Model, LedgerState? Ledger) pair, CancellationToken cancellation)
    {
        if (pair.Ledger?.Document is not { } ledger)
        {
            return (pair.Model, null);
        }

        LedgerModel now = LedgerDescription.Of(pair.Model);
        LedgerModel? before = ledger.Find(now);
        IReadOnlyList<LedgerChange> changes = before is null ? [] : LedgerComparison.Compare(before, now);
        if (!pair.Ledger.Accepts && before is not null && Problems(before, now, changes) is { Count: > 0 } problems)
        {
            return (pair.Model, new(before.Name, before, problems));
        }

        LedgerModel updated = LedgerUpdate.Update(before, now, changes, ledger.Version);
        return (pair.Model with { FormerNames = updated.Was, History = History(updated) }, new(before?.Name, updated, default));
    }

    /// <summary>All entries, each name once, with those of models that are gone; none where no ledger is kept.</summary>
    public static IEnumerable<EquatableArray<LedgerEntry>> All((ImmutableArray<LedgerEntry?> Known, LedgerState? Ledger) pair, CancellationToken cancellation)
    {
        if (pair.Ledger?.Document is not { } ledger || (ledger.Models.Count == 0 && pair.Known.Length == 0))
        {
            yield break;
        }

        LedgerEntry[] known = [.. pair.Known.OfType<LedgerEntry>().GroupBy(static entry => entry.Model.Name, StringComparer.Ordinal).Select(static same => same.First())];
        IEnumerable<LedgerEntry> gone = Gone(ledger, known.SelectMany(static entry => new[] { entry.Before, entry.Model.Name })).Select(model => Gone(model, pair.Ledger.Accepts));
        yield return known.Concat(gone).OrderBy(static entry => entry.Model.Name, StringComparer.Ordinal).ToEquatableArray();
    }

    /// <summary>The models of the ledger that none of these names is, those that were given up before included.</summary>
    public static IEnumerable<LedgerModel> Gone(LedgerDocument ledger, IEnumerable<string?> names)
    {
        var known = new HashSet<string?>(names, StringComparer.Ordinal);
        return ledger.Models.Where(model => !known.Contains(model.Name));
    }

    private static LedgerEntry Gone(LedgerModel model, bool accepts) =>
        model.IsRemoved ? new(model.Name, model, default)
        : accepts ? new(model.Name, LedgerUpdate.Remove(model), default)
        : new(model.Name, model, new[] { $"the model '{model.Name}' is gone" }.ToEquatableArray());

    private static EquatableArray<string> Problems(LedgerModel before, LedgerModel now, IReadOnlyList<LedgerChange> changes) =>
        changes.Where(static change => change.IsBreaking).Select(change => $"{now.Name}: {change}")
            .Concat(MemberComparison.Forgotten(before.Was, now.Was, now.Name).Select(name => $"{now.Name}: the model was called '{name}' once"))
            .ToEquatableArray();

    private static HistorySpec History(LedgerModel model) => new(
        model.Since,
        model.Past,
        model.Members.Where(static member => member.WasNullable && !member.IsRemoved).Select(static member => member.Name).ToEquatableArray());
}
