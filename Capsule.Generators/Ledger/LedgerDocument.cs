using Capsule.Generators.Models;

namespace Capsule.Generators.Ledger;

/// <summary>All that a ledger holds.</summary>
/// <param name="Models">In ordinal order of their names.</param>
internal sealed record LedgerDocument(EquatableArray<LedgerModel> Models)
{
    public static readonly LedgerDocument Empty = new(default(EquatableArray<LedgerModel>));

    /// <summary>Counts the changes that clients can tell: no number of its own is kept, so that two branches that are merged need not agree on one.</summary>
    public int Version => Models.SelectMany(static model => model.Past.Select(static past => past.Until + 1).Append(model.Since)).DefaultIfEmpty(1).Max();

    /// <summary>The model that this one is, by its name or by one that it had.</summary>
    public LedgerModel? Find(LedgerModel model) =>
        Find(model.Name) ?? model.Was.Select(Find).FirstOrDefault(static one => one is not null);

    public LedgerModel? Find(string name) => Models.FirstOrDefault(model => model.Name == name);
}
