namespace Capsule.Protocol;

/// <summary>What is known of a turn that has a number, but ops that cannot be read. Immutable.</summary>
/// <param name="Turn">The turn's number, 1 or more.</param>
/// <param name="Confirmed">All verdicts up to this turn have been received.</param>
/// <param name="RawOps">The ops as they came: what the turn's hash is made of.</param>
public sealed record RefusedTurn(long Turn, long Confirmed, RawJson RawOps);
