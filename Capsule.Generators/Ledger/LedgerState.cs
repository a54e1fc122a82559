namespace Capsule.Generators.Ledger;

/// <summary>The ledger of the project that is compiled.</summary>
/// <param name="Document">What it holds; null if its text cannot be read, of which the analyzer speaks.</param>
/// <param name="Accepts">Whether this build accepts what breaks stored data or deployed clients.</param>
internal sealed record LedgerState(LedgerDocument? Document, bool Accepts);
