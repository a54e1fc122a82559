using Capsule.Protocol;

namespace Capsule;

/// <summary>One client's live view of one tree.</summary>
/// <param name="Id">Names the session; new for each join.</param>
/// <param name="User">Whose it is.</param>
public sealed record CapsuleSession(Guid Id, CapsuleUser User)
{
    /// <summary>Whether the client has come back while what its last session added to <see cref="SessionOwnedAttribute"/> collections is still here: <c>OnJoined</c> need not add that again.</summary>
    public bool IsReturning { get; init; }

    /// <summary>With what a session ends that the application ends.</summary>
    internal static ProtocolError EndedBy(string? reason) => new(ErrorCode.Forbidden, reason ?? "The session was ended by the server.");
}
