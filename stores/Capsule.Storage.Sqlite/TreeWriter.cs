using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Capsule.Storage.Sqlite;

/// <summary>Writes trees, on the one connection that does. What it does belongs to the transaction that was begun last.</summary>
internal sealed class TreeWriter : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly Func<TreeWriter> _again;
    private readonly SqliteCommand _begin;
    private readonly SqliteCommand _commit;
    private readonly SqliteCommand _append;
    private readonly SqliteParameter[] _appended;

    public TreeWriter(SqliteConnection connection, Func<TreeWriter> again)
    {
        _connection = connection;
        _again = again;
        _begin = connection.Command("BEGIN IMMEDIATE");
        _commit = connection.Command("COMMIT");
        _append = connection.Command("""
            INSERT INTO entries (tree, position, time, user, client, turn, hash, verdict, seq, events, scheduled)
            SELECT id, $position, $time, $user, $client, $turn, $hash, $verdict, $seq, $events, $scheduled FROM trees
            WHERE tenant = $tenant AND root = $root AND key = $key
            AND $position = 1 + max(position, coalesce((SELECT max(entries.position) FROM entries WHERE tree = id), 0))
            """);
        string[] names = ["$tenant", "$root", "$key", "$position", "$time", "$user", "$client", "$turn", "$hash", "$verdict", "$seq", "$events", "$scheduled"];
        _appended = [.. names.Select(name => new SqliteParameter { ParameterName = name })];
        _append.Parameters.AddRange(_appended);
    }

    public void Begin() => _begin.ExecuteNonQuery();

    public void Commit() => _commit.ExecuteNonQuery();

    /// <summary>A connection in place of this one, which is closed: what it had begun is undone.</summary>
    public TreeWriter Renew()
    {
        Dispose();
        return _again();
    }

    public bool Create(TreeAddress tree, TreeSnapshot snapshot)
    {
        object? id = _connection.Ask(
            """
            INSERT INTO trees (tenant, root, key, name, epoch, position, due) VALUES ($tenant, $root, $key, $name, $epoch, $position, $due)
            ON CONFLICT (tenant, root, key) DO NOTHING RETURNING id
            """,
            ("$tenant", StoredName.ToBytes(tree.Tenant)), ("$root", StoredName.ToBytes(tree.Root)), ("$key", StoredName.ToBytes(tree.Key)),
            ("$name", tree.ToString()), ("$epoch", snapshot.Epoch), ("$position", snapshot.Position), ("$due", DueOf(snapshot.Scheduled)));
        if (id is not null)
        {
            _connection.Run(
                "INSERT INTO snapshots (tree, seq, state, clients, scheduled) VALUES ($tree, $seq, $state, $clients, $scheduled)",
                ("$tree", id), ("$seq", snapshot.Seq), ("$state", Bytes(snapshot.State)), ("$clients", Bytes(ClientStateJson.Write(snapshot.Clients))),
                ("$scheduled", Bytes(ScheduledCallJson.Write(snapshot.Scheduled))));
        }

        return id is not null;
    }

    /// <summary>False if the entry is not the next.</summary>
    public bool TryAppend(TreeAddress tree, JournalEntry entry)
    {
        ReadOnlySpan<object?> values =
        [
            StoredName.ToBytes(tree.Tenant), StoredName.ToBytes(tree.Root), StoredName.ToBytes(tree.Key),
            entry.Position, entry.Time.ToString("O", CultureInfo.InvariantCulture), entry.User,
            entry.Turn?.Client.ToByteArray(bigEndian: true), entry.Turn?.Number, entry.Turn?.Hash, entry.Turn is { } turn ? Bytes(turn.Verdict) : null,
            entry.Seq, Bytes(entry.Events), entry.Scheduled is { } scheduled ? Bytes(ScheduledCallJson.Write(scheduled)) : null,
        ];
        for (int index = 0; index < values.Length; index++)
        {
            _appended[index].Value = values[index] ?? DBNull.Value;
        }

        bool isAppended = _append.ExecuteNonQuery() == 1;
        if (isAppended && entry.Scheduled is not null)
        {
            _connection.Run(
                "UPDATE trees SET due = $due WHERE tenant = $tenant AND root = $root AND key = $key",
                ("$due", DueOf(entry.Scheduled)), ("$tenant", values[0]), ("$root", values[1]), ("$key", values[2]));
        }

        return isAppended;
    }

    /// <summary>False if there is no such tree, or the snapshot is not of its journal or no newer.</summary>
    public bool Save(TreeAddress tree, TreeSnapshot snapshot)
    {
        object? id = _connection.Ask(
            """
            UPDATE trees SET position = $position
            WHERE tenant = $tenant AND root = $root AND key = $key AND epoch = $epoch AND position < $position
            AND EXISTS (SELECT 1 FROM entries WHERE entries.tree = trees.id AND entries.position = $position) RETURNING id
            """,
            ("$tenant", StoredName.ToBytes(tree.Tenant)), ("$root", StoredName.ToBytes(tree.Root)), ("$key", StoredName.ToBytes(tree.Key)),
            ("$epoch", snapshot.Epoch), ("$position", snapshot.Position));
        if (id is not null)
        {
            _connection.Run(
                "UPDATE snapshots SET seq = $seq, state = $state, clients = $clients, scheduled = $scheduled WHERE tree = $tree",
                ("$tree", id), ("$seq", snapshot.Seq), ("$state", Bytes(snapshot.State)), ("$clients", Bytes(ClientStateJson.Write(snapshot.Clients))),
                ("$scheduled", Bytes(ScheduledCallJson.Write(snapshot.Scheduled))));
            _connection.Run("DELETE FROM entries WHERE tree = $tree AND position <= $position", ("$tree", id), ("$position", snapshot.Position));
        }

        return id is not null;
    }

    public bool Delete(TreeAddress tree)
    {
        object? id = _connection.Ask(
            "DELETE FROM trees WHERE tenant = $tenant AND root = $root AND key = $key RETURNING id",
            ("$tenant", StoredName.ToBytes(tree.Tenant)), ("$root", StoredName.ToBytes(tree.Root)), ("$key", StoredName.ToBytes(tree.Key)));
        if (id is not null)
        {
            _connection.Run("DELETE FROM snapshots WHERE tree = $tree", ("$tree", id));
            _connection.Run("DELETE FROM entries WHERE tree = $tree", ("$tree", id));
        }

        return id is not null;
    }

    public void Dispose()
    {
        _begin.Dispose();
        _commit.Dispose();
        _append.Dispose();
        _connection.Dispose();
    }

    private static string? DueOf(IReadOnlyList<ScheduledCall> scheduled) => scheduled.Count > 0 ? scheduled[0].Due.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture) : null;

    private static byte[] Bytes(RawJson json) => json.Utf8.ToArray();
}
