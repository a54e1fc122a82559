using Capsule.Protocol;

namespace Capsule;

/// <summary>A client's wish to join a tree.</summary>
/// <param name="Tree">Which.</param>
/// <param name="User">Who.</param>
/// <param name="Join">What the client sent.</param>
/// <param name="Limits">What the gateway keeps the client to; it travels in the state.</param>
public sealed record JoinRequest(TreeAddress Tree, CapsuleUser User, JoinMessage Join, Limits Limits)
{
    /// <summary>Who the user was before they signed in, as the <see cref="CapsuleUser.Id"/> of a guest, proven by that guest's ticket: the queue of turns that they
    /// have as that guest goes on as theirs. Null if they were none.</summary>
    public string? GuestId { get; init; }
}

/// <summary>What came of a wish to join: a connection, or a refusal.</summary>
public sealed record JoinOutcome
{
    private JoinOutcome(IConnection? connection, ProtocolError? refusal)
    {
        Connection = connection;
        Refusal = refusal;
    }

    /// <summary>The client's way to the tree; null if it was refused.</summary>
    public IConnection? Connection { get; }

    /// <summary>Why not; null if it was not refused.</summary>
    public ProtocolError? Refusal { get; }

    /// <summary>It joined.</summary>
    public static JoinOutcome Joined(IConnection connection) => new(connection, null);

    /// <summary>It may not, or cannot.</summary>
    public static JoinOutcome Refused(ProtocolError error) => new(null, error);
}
