namespace Capsule.Protocol;

/// <summary>One message from a client. Immutable, as are all kinds of it.</summary>
public abstract record ClientMessage
{
    private protected ClientMessage()
    {
    }
}

/// <summary>Opens a session: the first message, once.</summary>
/// <param name="Client">The name of the client's queue of turns. A secret between the two: never log it.</param>
/// <param name="Confirmed">All verdicts up to this turn have been received; 0 for a new queue.</param>
/// <param name="Schema">The hash of the root's full wire schema; null where the client wants no check.</param>
/// <param name="Since">What the client has; null where it has nothing.</param>
/// <param name="Token">A bearer token; null where the application authenticates otherwise. A secret: never log it.</param>
public sealed record JoinMessage(Guid Client, long Confirmed = 0, string? Schema = null, ResumePoint? Since = null, string? Token = null) : ClientMessage
{
    /// <summary>The message without its secrets.</summary>
    public override string ToString() => $"{nameof(JoinMessage)} {{ Confirmed = {Confirmed}, Schema = {Schema}, Since = {Since} }}";
}

/// <summary>A unit of work: all of its ops are applied, or none.</summary>
/// <param name="Turn">The turn's number: 1, 2, 3 … per client.</param>
/// <param name="Confirmed">All verdicts up to this turn have been received.</param>
/// <param name="Ops">The ops, in order.</param>
/// <param name="RawOps">The ops as they came: what the turn's hash is made of. Absent in a message that was not read; writing does not use it.</param>
public sealed record TurnMessage(long Turn, long Confirmed, IReadOnlyList<Op> Ops, RawJson RawOps = default) : ClientMessage;

/// <summary>A renewed ticket for a session that would otherwise expire.</summary>
/// <param name="Token">The bearer token. A secret: never log it.</param>
public sealed record TokenMessage(string Token) : ClientMessage
{
    /// <summary>The message without its secret.</summary>
    public override string ToString() => nameof(TokenMessage);
}
