namespace Capsule;

/// <summary>One turn's record. Immutable.</summary>
/// <param name="Position">Contiguous per tree, from 1: the condition of an append.</param>
/// <param name="Time">When.</param>
/// <param name="User">Who, by id; null for server code and for the anonymous.</param>
/// <param name="Turn">The client's turn that it was; null for a turn of the server's own. One with a number that was recorded before takes that one's place: the call
/// of an asynchronous method is recorded as failed when it begins, and as what it was when it ends.</param>
/// <param name="Seq">The number of the batch that it published; null if it published none.</param>
/// <param name="Events">What it did, with server-only members: a JSON array of events, maybe empty.</param>
/// <param name="Scheduled">What is due later from now on, first what is due first; null if the turn changed nothing of that.</param>
public sealed record JournalEntry(
    long Position, DateTimeOffset Time, string? User, RecordedTurn? Turn, long? Seq, RawJson Events, IReadOnlyList<ScheduledCall>? Scheduled = null);

/// <summary>A client's turn and its verdict, kept so that the same turn sent again is answered and not done again. Immutable.</summary>
/// <param name="Client">The client's id.</param>
/// <param name="Number">The turn's number.</param>
/// <param name="Hash">Of its ops: the first 16 bytes of their SHA-256, in hexadecimal.</param>
/// <param name="Verdict">The verdict's frame, as JSON.</param>
public sealed record RecordedTurn(Guid Client, long Number, string Hash, RawJson Verdict);
