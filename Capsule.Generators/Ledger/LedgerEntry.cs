using Capsule.Generators.Models;

namespace Capsule.Generators.Ledger;

/// <summary>One model of the ledger that the build is to write.</summary>
/// <param name="Before">What the ledger that is there calls it; null for a model that is new.</param>
/// <param name="Model">What is to be written.</param>
/// <param name="Problems">What breaks something and was not accepted; then <paramref name="Model"/> is as it was.</param>
internal sealed record LedgerEntry(string? Before, LedgerModel Model, EquatableArray<string> Problems);
