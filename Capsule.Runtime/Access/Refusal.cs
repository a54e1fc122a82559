using Capsule.Protocol;

namespace Capsule;

/// <summary>Somebody asked for what is not allowed, or what makes no sense.</summary>
/// <param name="User">Who.</param>
/// <param name="Op">What, with target and payload; null if it could not be read.</param>
/// <param name="Error">Why not, as the user was told.</param>
/// <param name="Exception">What was thrown, which the user is not told; null if nothing was.</param>
public sealed record Refusal(CapsuleUser User, Op? Op, ProtocolError Error, Exception? Exception = null);
