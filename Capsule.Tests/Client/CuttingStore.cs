namespace Capsule.Tests.Client;

/// <summary>A store in memory that cuts all sockets at every so many turns of clients: when the turn has been done, and nobody has been told.</summary>
internal sealed class CuttingStore(OpenSockets sockets, int every, int cuts) : ICapsuleStore
{
    private readonly MemoryStore _store = new();
    private int _turns;

    /// <summary>How often it cut.</summary>
    public int Cuts { get; private set; }

    public ValueTask AppendAsync(TreeAddress tree, JournalEntry entry, CancellationToken cancellationToken = default)
    {
        if (entry.Turn is not null && ++_turns % every == 0 && Cuts < cuts)
        {
            Cuts++;
            sockets.Cut();
        }

        return _store.AppendAsync(tree, entry, cancellationToken);
    }

    public ValueTask<StoredTree?> LoadAsync(TreeAddress tree, CancellationToken cancellationToken = default) => _store.LoadAsync(tree, cancellationToken);

    public ValueTask<bool> CreateAsync(TreeAddress tree, TreeSnapshot snapshot, CancellationToken cancellationToken = default) =>
        _store.CreateAsync(tree, snapshot, cancellationToken);

    public ValueTask SaveSnapshotAsync(TreeAddress tree, TreeSnapshot snapshot, CancellationToken cancellationToken = default) =>
        _store.SaveSnapshotAsync(tree, snapshot, cancellationToken);

    public ValueTask<bool> DeleteAsync(TreeAddress tree, CancellationToken cancellationToken = default) => _store.DeleteAsync(tree, cancellationToken);

    public ValueTask<bool> ExistsAsync(TreeAddress tree, CancellationToken cancellationToken = default) => _store.ExistsAsync(tree, cancellationToken);

    public IAsyncEnumerable<string> ListAsync(string tenant, string root, CancellationToken cancellationToken = default) =>
        _store.ListAsync(tenant, root, cancellationToken);

    public IAsyncEnumerable<ScheduledTree> ListScheduledAsync(CancellationToken cancellationToken = default) => _store.ListScheduledAsync(cancellationToken);
}
