namespace Capsule;

/// <summary>Keeps trees: for each a snapshot and the journal of the turns since. The seam to databases. Thread-safe; at most one host writes a tree,
/// and the store refuses any other by the positions.</summary>
public interface ICapsuleStore
{
    /// <summary>The newest snapshot of a tree and the journal's entries after it, in order; null if there is no such tree.</summary>
    ValueTask<StoredTree?> LoadAsync(TreeAddress tree, CancellationToken cancellationToken = default);

    /// <summary>Keeps a new tree; false if there is one.</summary>
    ValueTask<bool> CreateAsync(TreeAddress tree, TreeSnapshot snapshot, CancellationToken cancellationToken = default);

    /// <summary>Writes one turn down. Called in the order of positions; the next call may come before this one has ended. When it has, the entry outlives the process as well as the store can make it.
    /// Any other exception than the one below says that nobody knows whether it was written: <see cref="LoadAsync"/> tells.</summary>
    /// <exception cref="StoreConflictException">The entry's position is not the next: another host has written, or the tree is gone.</exception>
    ValueTask AppendAsync(TreeAddress tree, JournalEntry entry, CancellationToken cancellationToken = default);

    /// <summary>Keeps a newer snapshot. Entries up to its position may be dropped. Nothing is done with one that is no newer, of another epoch, or ahead of the journal.</summary>
    ValueTask SaveSnapshotAsync(TreeAddress tree, TreeSnapshot snapshot, CancellationToken cancellationToken = default);

    /// <summary>Removes a tree for good; false if there is none.</summary>
    ValueTask<bool> DeleteAsync(TreeAddress tree, CancellationToken cancellationToken = default);

    /// <summary>True if there is such a tree.</summary>
    ValueTask<bool> ExistsAsync(TreeAddress tree, CancellationToken cancellationToken = default);

    /// <summary>The keys of all trees of a root, in ordinal order.</summary>
    IAsyncEnumerable<string> ListAsync(string tenant, string root, CancellationToken cancellationToken = default);

    /// <summary>All trees, of any tenant and root, that have something scheduled, in any order: of each when its first call is due, by the last entry or snapshot that said so.</summary>
    IAsyncEnumerable<ScheduledTree> ListScheduledAsync(CancellationToken cancellationToken = default);
}
