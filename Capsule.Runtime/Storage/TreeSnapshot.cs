namespace Capsule;

/// <summary>A tree as it was after a turn. Immutable.</summary>
/// <param name="Position">Of the journal's last entry that is part of it; 0 for a new tree.</param>
/// <param name="Epoch">In which <paramref name="Seq"/> counts.</param>
/// <param name="Seq">The number of the last batch.</param>
/// <param name="State">An export with server-only members.</param>
/// <param name="Clients">What is known of the clients' turns.</param>
/// <param name="Scheduled">What is due later, first what is due first.</param>
public sealed record TreeSnapshot(
    long Position, string Epoch, long Seq, RawJson State, IReadOnlyList<ClientState> Clients, IReadOnlyList<ScheduledCall> Scheduled);

/// <summary>What a tree knows of one client's queue of turns. Immutable.</summary>
/// <param name="Client">The client's id.</param>
/// <param name="User">Whose it is, by id; null for the anonymous.</param>
/// <param name="Last">The number of the last turn recorded.</param>
/// <param name="Turns">Those whose verdicts the client has not confirmed yet, in order.</param>
/// <param name="LastUsed">When a session used it last; the default where that was not written down.</param>
public sealed record ClientState(Guid Client, string? User, long Last, IReadOnlyList<RecordedTurn> Turns, DateTimeOffset LastUsed);

/// <summary>All that a store has of a tree. Immutable.</summary>
/// <param name="Snapshot">The newest snapshot.</param>
/// <param name="Entries">The entries after it, in order.</param>
public sealed record StoredTree(TreeSnapshot Snapshot, IReadOnlyList<JournalEntry> Entries);
