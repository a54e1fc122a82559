namespace Capsule.Protocol;

/// <summary>One thing that the server says; a message of the server is a list of them. Immutable, as are all kinds of it.</summary>
public abstract record Frame
{
    private protected Frame()
    {
    }
}

/// <summary>The application's templates, before anything else.</summary>
/// <param name="Templates">An object: name to text.</param>
public sealed record TemplatesFrame(RawJson Templates) : Frame;

/// <summary>The whole state, at the start of a session and whenever the state is replaced.</summary>
/// <param name="Epoch">In which <paramref name="Seq"/> counts.</param>
/// <param name="Seq">The last batch that is part of the state.</param>
/// <param name="View">An opaque tag of what this user sees.</param>
/// <param name="User">An opaque tag of who the user is.</param>
/// <param name="Schema">The hash of the server's wire schema of the root.</param>
/// <param name="Turns">Where the client's queue of turns stands.</param>
/// <param name="Limits">What the client has to keep.</param>
/// <param name="App">The root's xport.</param>
public sealed record InitialFrame(
    string Epoch, long Seq, string View, string User, string Schema, TurnsState Turns, Limits Limits, RawJson App) : Frame;

/// <summary>The client's state is good: what it missed follows.</summary>
/// <param name="Epoch">In which <paramref name="Seq"/> counts.</param>
/// <param name="Seq">The seq that the client asked for.</param>
/// <param name="View">An opaque tag of what this user sees.</param>
/// <param name="User">An opaque tag of who the user is.</param>
/// <param name="Turns">Where the client's queue of turns stands.</param>
public sealed record ResumedFrame(string Epoch, long Seq, string View, string User, TurnsState Turns) : Frame;

/// <summary>The events that one turn published; applied whole or not at all.</summary>
/// <param name="Seq">The batch's number, contiguous within an epoch.</param>
/// <param name="Events">In the order in which they are to be applied; empty where this audience sees none of them.</param>
public sealed record BatchFrame(long Seq, IReadOnlyList<ModelEvent> Events) : Frame;

/// <summary>What happened to transient members: not numbered, never replayed.</summary>
/// <param name="After">The last batch before it.</param>
/// <param name="Events">In the order in which they are to be applied.</param>
/// <param name="Replaces">The collections of which the events say all that is in them now, so that what was in them before is to go; null for none. So after <see cref="ResumedFrame"/>: who comes back may have
/// missed some.</param>
public sealed record TransientFrame(long After, IReadOnlyList<ModelEvent> Events, IReadOnlyList<ModelId>? Replaces = null) : Frame;

/// <summary>A turn was not taken and not recorded: send it again.</summary>
/// <param name="Turn">The turn.</param>
/// <param name="Code">Why.</param>
/// <param name="RetryAfterMs">In how many milliseconds to send again; null where the server has no opinion.</param>
/// <param name="Next">The turn that the server expects, for <see cref="ErrorCode.Gap"/>.</param>
public sealed record HoldFrame(long Turn, ErrorCode Code, int? RetryAfterMs = null, long? Next = null) : Frame;

/// <summary>Answers a message that is no readable turn.</summary>
/// <param name="Error">What was wrong.</param>
public sealed record ErrorFrame(ProtocolError Error) : Frame;

/// <summary>The last frame; then the socket closes.</summary>
/// <param name="Error">Why.</param>
public sealed record EndedFrame(ProtocolError Error) : Frame;
