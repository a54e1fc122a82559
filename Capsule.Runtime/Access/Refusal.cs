using Capsule.Protocol;

namespace Capsule;

/// <summary>Somebody asked for what is not allowed, or what makes no sense.</summary>
/// <param name="User">Who.</param>
/// <param name="Op">What, with target and payload; null if it could not be read.</param>
/// <param name="Error">Why not, as the user was told.</param>
/// <param name="Exception">What was thrown, which the user is not told; null if nothing was.</param>
public sealed record Refusal(CapsuleUser User, Op? Op, ProtocolError Error, Exception? Exception = null)
{
    /// <summary>The session that asked; null where a model alone was asked, without a client.</summary>
    public CapsuleSession? Session { get; init; }

    /// <summary>Ends <see cref="Session"/>.</summary>
    internal Action<ProtocolError>? End { get; init; }

    /// <summary>Ends the session that asked, with <c>forbidden</c>, after the turn. The client does not come back by itself. Without a session this does nothing.</summary>
    /// <param name="reason">What the user is told.</param>
    public void EndSession(string? reason = null) => End?.Invoke(CapsuleSession.EndedBy(reason));
}
