namespace Capsule.Protocol;

/// <summary>The limits that a client has to keep, told to it in <see cref="InitialFrame"/>. Immutable.</summary>
/// <param name="MessageBytes">The size of one message, in bytes.</param>
/// <param name="OpsPerTurn">The ops of one turn.</param>
/// <param name="TurnsInFlight">The turns that may be sent before the first of them is answered.</param>
/// <param name="TurnsPerSecond">The turns of one socket, per second.</param>
public sealed record Limits(int MessageBytes = 65536, int OpsPerTurn = 100, int TurnsInFlight = 32, int TurnsPerSecond = 50);
