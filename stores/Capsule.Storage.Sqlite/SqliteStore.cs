using System.Runtime.CompilerServices;

namespace Capsule.Storage.Sqlite;

/// <summary>Keeps trees in an SQLite file: in its write-ahead log, synchronised with the disk before an append ends. Turns of all trees that come while the disk is
/// busy share the next commit. Thread-safe.</summary>
/// <remarks>The file is meant for one process. A second one that opens it waits where the first writes, and is told by <see cref="StoreConflictException"/> that it lost a tree where both write the same.</remarks>
public sealed class SqliteStore : ICapsuleStore, IAsyncDisposable
{
    private readonly DatabaseFile _file;
    private readonly GroupCommit _commits;

    /// <summary>Opens the file, and makes it and its folder if need be.</summary>
    /// <param name="connectionString">That of Microsoft.Data.Sqlite, such as <c>Data Source=boards.db</c>. Its <c>Default Timeout</c>, in seconds, is how long to wait for another process.</param>
    /// <exception cref="ArgumentException">The connection string names no file, or a cache that connections share.</exception>
    /// <exception cref="InvalidOperationException">The file is another application's, or was written by a newer version.</exception>
    public SqliteStore(string connectionString)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(connectionString);
        _file = new DatabaseFile(connectionString);
        _commits = new GroupCommit(_file.OpenWriter());
    }

    /// <inheritdoc/>
    public ValueTask<StoredTree?> LoadAsync(TreeAddress tree, CancellationToken cancellationToken = default) =>
        Read(reader => reader.Load(tree), cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<bool> CreateAsync(TreeAddress tree, TreeSnapshot snapshot, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        return await _commits.WriteAsync(writer => writer.Create(tree, snapshot), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public ValueTask AppendAsync(TreeAddress tree, JournalEntry entry, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return new(_commits.WriteAsync(
            writer => writer.TryAppend(tree, entry) ? true : throw new StoreConflictException(tree, entry.Position), cancellationToken));
    }

    /// <inheritdoc/>
    public async ValueTask SaveSnapshotAsync(TreeAddress tree, TreeSnapshot snapshot, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        await _commits.WriteAsync(writer => writer.Save(tree, snapshot), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask<bool> DeleteAsync(TreeAddress tree, CancellationToken cancellationToken = default) =>
        await _commits.WriteAsync(writer => writer.Delete(tree), cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public ValueTask<bool> ExistsAsync(TreeAddress tree, CancellationToken cancellationToken = default) =>
        Read(reader => reader.Exists(tree), cancellationToken);

    /// <inheritdoc/>
    public async IAsyncEnumerable<string> ListAsync(
        string tenant, string root, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        // Page by page: a reader that stays open for whoever is slow would keep the log from being emptied.
        string? from = "";
        while (from is not null)
        {
            string first = from;
            IReadOnlyList<string> page = await Read(reader => reader.ListFrom(tenant, root, first), cancellationToken).ConfigureAwait(false);
            foreach (string key in page)
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return key;
            }

            from = page.Count == TreeReader.PageSize ? StoredName.After(page[^1]) : null;
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<ScheduledTree> ListScheduledAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (ScheduledTree scheduled in await Read(reader => reader.ListScheduled(), cancellationToken).ConfigureAwait(false))
        {
            yield return scheduled;
        }
    }

    /// <summary>Ends when what is waiting to be written has been, and the file is closed.</summary>
    public async ValueTask DisposeAsync()
    {
        await _commits.DisposeAsync().ConfigureAwait(false);
        _file.Close();
    }

    private ValueTask<TResult> Read<TResult>(Func<TreeReader, TResult> read, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return ValueTask.FromCanceled<TResult>(cancellationToken);
        }

        try
        {
            ObjectDisposedException.ThrowIf(_commits.IsEnding, this);
            using TreeReader reader = _file.OpenReader();
            return ValueTask.FromResult(read(reader));
        }
        catch (Exception exception)
        {
            return ValueTask.FromException<TResult>(exception);
        }
    }
}
