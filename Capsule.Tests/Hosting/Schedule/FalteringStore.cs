namespace Capsule.Tests.Hosting.Schedule;

/// <summary>A store that does not take what it is told not to take.</summary>
internal sealed class FalteringStore(MemoryStore store) : ICapsuleStore
{
    private int _appends;
    private int _loads;

    /// <summary>How many of the next appends fail.</summary>
    public void FailAppends(int count) => Volatile.Write(ref _appends, count);

    /// <summary>How many of the next loads fail.</summary>
    public void FailLoads(int count) => Volatile.Write(ref _loads, count);

    public ValueTask AppendAsync(TreeAddress tree, JournalEntry entry, CancellationToken cancellationToken = default) =>
        Interlocked.Decrement(ref _appends) >= 0 ? throw new IOException("the disk is full") : store.AppendAsync(tree, entry, cancellationToken);

    public ValueTask<StoredTree?> LoadAsync(TreeAddress tree, CancellationToken cancellationToken = default) =>
        Interlocked.Decrement(ref _loads) >= 0 ? throw new IOException("the disk is away") : store.LoadAsync(tree, cancellationToken);

    public ValueTask<bool> CreateAsync(TreeAddress tree, TreeSnapshot snapshot, CancellationToken cancellationToken = default) => store.CreateAsync(tree, snapshot, cancellationToken);

    public ValueTask SaveSnapshotAsync(TreeAddress tree, TreeSnapshot snapshot, CancellationToken cancellationToken = default) => store.SaveSnapshotAsync(tree, snapshot, cancellationToken);

    public ValueTask<bool> DeleteAsync(TreeAddress tree, CancellationToken cancellationToken = default) => store.DeleteAsync(tree, cancellationToken);

    public ValueTask<bool> ExistsAsync(TreeAddress tree, CancellationToken cancellationToken = default) => store.ExistsAsync(tree, cancellationToken);

    public IAsyncEnumerable<string> ListAsync(string tenant, string root, CancellationToken cancellationToken = default) => store.ListAsync(tenant, root, cancellationToken);

    public IAsyncEnumerable<ScheduledTree> ListScheduledAsync(CancellationToken cancellationToken = default) => store.ListScheduledAsync(cancellationToken);
}
