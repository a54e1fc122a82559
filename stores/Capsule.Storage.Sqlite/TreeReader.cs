using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Capsule.Storage.Sqlite;

/// <summary>Reads trees, on a connection of its own.</summary>
internal sealed class TreeReader(SqliteConnection connection) : IDisposable
{
    /// <summary>How many keys are listed at a time.</summary>
    public const int PageSize = 1000;

    public StoredTree? Load(TreeAddress tree)
    {
        // One transaction, or a snapshot could come between itself and the entries after it.
        using SqliteTransaction transaction = connection.BeginTransaction(deferred: true);
        if (LoadSnapshot(tree) is not (long id, TreeSnapshot snapshot))
        {
            return null;
        }

        return new StoredTree(snapshot, [.. LoadEntries(id)]);
    }

    public bool Exists(TreeAddress tree) => connection.Ask(
        "SELECT 1 FROM trees WHERE tenant = $tenant AND root = $root AND key = $key",
        ("$tenant", StoredName.ToBytes(tree.Tenant)), ("$root", StoredName.ToBytes(tree.Root)), ("$key", StoredName.ToBytes(tree.Key))) is not null;

    /// <summary>The first keys that are this one or come after it.</summary>
    public IReadOnlyList<string> ListFrom(string tenant, string root, string key)
    {
        using SqliteCommand command = connection.Command(
            "SELECT key FROM trees WHERE tenant = $tenant AND root = $root AND key >= $key ORDER BY key LIMIT $count",
            ("$tenant", StoredName.ToBytes(tenant)), ("$root", StoredName.ToBytes(root)), ("$key", StoredName.ToBytes(key)), ("$count", PageSize));
        using SqliteDataReader reader = command.ExecuteReader();
        var keys = new List<string>();
        while (reader.Read())
        {
            keys.Add(StoredName.FromBytes(reader.GetFieldValue<byte[]>(0)));
        }

        return keys;
    }

    /// <summary>The trees with something scheduled.</summary>
    public IReadOnlyList<ScheduledTree> ListScheduled()
    {
        using SqliteCommand command = connection.Command("SELECT tenant, root, key, due FROM trees WHERE due IS NOT NULL ORDER BY due");
        using SqliteDataReader reader = command.ExecuteReader();
        var trees = new List<ScheduledTree>();
        while (reader.Read())
        {
            var tree = new TreeAddress(Name(0), Name(1), Name(2));
            trees.Add(new(tree, DateTimeOffset.ParseExact(reader.GetString(3), "O", CultureInfo.InvariantCulture)));
        }

        return trees;

        string Name(int column) => StoredName.FromBytes(reader.GetFieldValue<byte[]>(column));
    }

    public void Dispose() => connection.Dispose();

    private (long Id, TreeSnapshot Snapshot)? LoadSnapshot(TreeAddress tree)
    {
        using SqliteCommand command = connection.Command(
            """
            SELECT id, position, epoch, seq, state, clients, scheduled FROM trees JOIN snapshots ON tree = id
            WHERE tenant = $tenant AND root = $root AND key = $key
            """,
            ("$tenant", StoredName.ToBytes(tree.Tenant)), ("$root", StoredName.ToBytes(tree.Root)), ("$key", StoredName.ToBytes(tree.Key)));
        using SqliteDataReader reader = command.ExecuteReader();
        return reader.Read()
            ? (reader.GetInt64(0), new TreeSnapshot(
                reader.GetInt64(1), reader.GetString(2), reader.GetInt64(3), Json(reader, 4), ClientStateJson.Read(Json(reader, 5)), ScheduledCallJson.Read(Json(reader, 6))))
            : null;
    }

    private IEnumerable<JournalEntry> LoadEntries(long tree)
    {
        using SqliteCommand command = connection.Command(
            "SELECT position, time, user, client, turn, hash, verdict, seq, events, scheduled FROM entries WHERE tree = $tree ORDER BY position",
            ("$tree", tree));
        using SqliteDataReader reader = command.ExecuteReader();
        while (reader.Read())
        {
            RecordedTurn? turn = reader.IsDBNull(3)
                ? null
                : new(new Guid(reader.GetFieldValue<byte[]>(3), bigEndian: true), reader.GetInt64(4), reader.GetString(5), Json(reader, 6));
            yield return new JournalEntry(
                reader.GetInt64(0),
                DateTimeOffset.ParseExact(reader.GetString(1), "O", CultureInfo.InvariantCulture),
                reader.IsDBNull(2) ? null : reader.GetString(2),
                turn,
                reader.IsDBNull(7) ? null : reader.GetInt64(7),
                Json(reader, 8),
                reader.IsDBNull(9) ? null : ScheduledCallJson.Read(Json(reader, 9)));
        }
    }

    private static RawJson Json(SqliteDataReader reader, int column) => new(reader.GetFieldValue<byte[]>(column));
}
