using Capsule.Generators.Ledger;
using Capsule.Generators.Models;
using Microsoft.CodeAnalysis;

namespace Capsule.Generators.Parsing;

internal static class ModelValues
{
    /// <summary>The models without the classes that cannot be one; of those the analyzers speak.</summary>
    public static IncrementalValuesProvider<ModelSpec> OfModels(this IncrementalValuesProvider<ModelSpec?> models) =>
        models.Where(static model => model is not null)!;

    public static ModelSpec ToModel((ModelSpec Model, LedgerEntry? Entry) joined, CancellationToken cancellation) => joined.Model;

    public static LedgerEntry? ToEntry((ModelSpec Model, LedgerEntry? Entry) joined, CancellationToken cancellation) => joined.Entry;
}
