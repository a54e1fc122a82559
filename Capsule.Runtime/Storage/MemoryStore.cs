using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace Capsule;

/// <summary>Keeps trees in memory, as long as the process lives: for tests, samples, and trees that need not last. Thread-safe.</summary>
public sealed class MemoryStore : ICapsuleStore
{
    private readonly ConcurrentDictionary<TreeAddress, Journal> _journals = new();

    /// <inheritdoc/>
    public ValueTask<StoredTree?> LoadAsync(TreeAddress tree, CancellationToken cancellationToken = default) =>
        Answer<StoredTree?>(() => _journals.TryGetValue(tree, out Journal? journal) ? journal.Load() : null, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<bool> CreateAsync(TreeAddress tree, TreeSnapshot snapshot, CancellationToken cancellationToken = default) =>
        Answer(() => _journals.TryAdd(tree, new Journal(snapshot)), cancellationToken);

    /// <inheritdoc/>
    public ValueTask AppendAsync(TreeAddress tree, JournalEntry entry, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entry);
        if (cancellationToken.IsCancellationRequested)
        {
            return ValueTask.FromCanceled(cancellationToken);
        }

        return _journals.TryGetValue(tree, out Journal? journal) && journal.TryAppend(entry)
            ? ValueTask.CompletedTask
            : ValueTask.FromException(new StoreConflictException(tree, entry.Position));
    }

    /// <inheritdoc/>
    public ValueTask SaveSnapshotAsync(TreeAddress tree, TreeSnapshot snapshot, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        if (cancellationToken.IsCancellationRequested)
        {
            return ValueTask.FromCanceled(cancellationToken);
        }

        if (_journals.TryGetValue(tree, out Journal? journal))
        {
            journal.Save(snapshot);
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask<bool> DeleteAsync(TreeAddress tree, CancellationToken cancellationToken = default) =>
        Answer(() => _journals.TryRemove(tree, out _), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<bool> ExistsAsync(TreeAddress tree, CancellationToken cancellationToken = default) =>
        Answer(() => _journals.ContainsKey(tree), cancellationToken);

    /// <inheritdoc/>
    public async IAsyncEnumerable<string> ListAsync(
        string tenant, string root, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await ValueTask.CompletedTask.ConfigureAwait(false);
        foreach (string key in _journals.Keys.Where(tree => tree.Tenant == tenant && tree.Root == root).Select(tree => tree.Key).Order(StringComparer.Ordinal))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return key;
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<ScheduledTree> ListScheduledAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await ValueTask.CompletedTask.ConfigureAwait(false);
        foreach ((TreeAddress tree, Journal journal) in _journals)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (journal.Due is { } due)
            {
                yield return new(tree, due);
            }
        }
    }

    private static ValueTask<TResult> Answer<TResult>(Func<TResult> answer, CancellationToken cancellation) => cancellation.IsCancellationRequested
        ? ValueTask.FromCanceled<TResult>(cancellation)
        : ValueTask.FromResult(answer());

    private sealed class Journal(TreeSnapshot snapshot)
    {
        private readonly Lock _lock = new();
        private readonly List<JournalEntry> _entries = [];
        private TreeSnapshot _snapshot = snapshot;
        private long _position = snapshot.Position;
        private IReadOnlyList<ScheduledCall> _scheduled = snapshot.Scheduled;

        public DateTimeOffset? Due
        {
            get
            {
                lock (_lock)
                {
                    return _scheduled.Count > 0 ? _scheduled[0].Due : null;
                }
            }
        }

        public StoredTree Load()
        {
            lock (_lock)
            {
                return new StoredTree(_snapshot, [.. _entries]);
            }
        }

        public bool TryAppend(JournalEntry entry)
        {
            lock (_lock)
            {
                if (entry.Position != _position + 1)
                {
                    return false;
                }

                _position++;
                _scheduled = entry.Scheduled ?? _scheduled;
                _entries.Add(entry);
                return true;
            }
        }

        public void Save(TreeSnapshot snapshot)
        {
            lock (_lock)
            {
                if (snapshot.Epoch == _snapshot.Epoch && snapshot.Position > _snapshot.Position && snapshot.Position <= _position)
                {
                    _snapshot = snapshot;
                    _entries.RemoveAll(entry => entry.Position <= snapshot.Position);
                }
            }
        }
    }
}
