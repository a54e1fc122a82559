namespace Capsule.Generators.Ledger;

/// <summary>What was read from a ledger's text.</summary>
/// <param name="Document">What it holds; null if it is no ledger.</param>
/// <param name="Problem">Why it is none.</param>
/// <param name="Places">Where its models, and its members' numbers, stand.</param>
internal sealed record LedgerReading(LedgerDocument? Document, LedgerFormatException? Problem, LedgerPlaces Places);
