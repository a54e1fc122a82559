namespace Capsule.Tests.Access.Seeing;

/// <summary>What came of a random court.</summary>
/// <param name="Failure">What was wrong, with all that led to it; null if nothing was.</param>
/// <param name="Resumed">How often somebody came back and was sent what they missed.</param>
/// <param name="Renewed">How often somebody became another in the middle of a session.</param>
internal sealed record CourtOutcome(string? Failure, int Resumed, int Renewed);
