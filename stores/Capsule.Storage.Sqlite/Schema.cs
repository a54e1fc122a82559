using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Capsule.Storage.Sqlite;

/// <summary>The tables, and which version of them a file has.</summary>
internal static class Schema
{
    /// <summary>Says whose file it is: "Caps".</summary>
    private const long Application = 0x43617073;

    private const long Version = 2;

    // A tree's number is never given again, so that nothing of a deleted one can be taken for another's. Snapshots lie apart: what appends look at stays small.
    private const string Tables = """
        CREATE TABLE trees (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            tenant BLOB NOT NULL,
            root BLOB NOT NULL,
            key BLOB NOT NULL,
            name TEXT NOT NULL,         -- for people who look into the file
            epoch TEXT NOT NULL,
            position INTEGER NOT NULL,  -- of the snapshot
            due TEXT,                   -- when something that is scheduled comes first
            UNIQUE (tenant, root, key)
        ) STRICT;

        CREATE TABLE snapshots (
            tree INTEGER PRIMARY KEY,
            seq INTEGER NOT NULL,
            state BLOB NOT NULL,        -- JSON
            clients BLOB NOT NULL,      -- JSON
            scheduled BLOB NOT NULL     -- JSON
        ) STRICT;

        CREATE TABLE entries (
            tree INTEGER NOT NULL,
            position INTEGER NOT NULL,
            time TEXT NOT NULL,
            user TEXT,
            client BLOB,
            turn INTEGER,
            hash TEXT,
            verdict BLOB,               -- JSON
            seq INTEGER,
            events BLOB NOT NULL,       -- JSON
            scheduled BLOB,             -- JSON, where the turn changed it
            PRIMARY KEY (tree, position)
        ) STRICT;

        CREATE INDEX scheduled_trees ON trees (due) WHERE due IS NOT NULL;
        """;

    /// <summary>From version 1, which knew nothing of what is scheduled.</summary>
    private const string FromVersion1 = """
        ALTER TABLE trees ADD COLUMN due TEXT;
        ALTER TABLE snapshots ADD COLUMN scheduled BLOB NOT NULL DEFAULT '[]';
        ALTER TABLE entries ADD COLUMN scheduled BLOB;
        CREATE INDEX scheduled_trees ON trees (due) WHERE due IS NOT NULL;
        """;

    /// <summary>Makes the tables of a new file, and refuses one that is not for this version.</summary>
    public static void Prepare(SqliteConnection connection, string file)
    {
        if (connection.Ask("PRAGMA journal_mode = WAL") is not "wal")
        {
            throw new InvalidOperationException($"'{file}' cannot have a write-ahead log: it has to be a file on a disk of this machine.");
        }

        if (VersionOf(connection, file) == Version)
        {
            return;
        }

        using SqliteTransaction transaction = connection.BeginTransaction(deferred: false);
        long version = VersionOf(connection, file);
        if (version < Version)
        {
            using SqliteCommand command = connection.Command(version == 0 ? Tables : FromVersion1);
            command.Transaction = transaction;
            command.ExecuteNonQuery();
            connection.Run(string.Create(CultureInfo.InvariantCulture, $"PRAGMA application_id = {Application}; PRAGMA user_version = {Version};"));
        }

        transaction.Commit();
    }

    /// <summary>0 if the file is new.</summary>
    private static long VersionOf(SqliteConnection connection, string file)
    {
        long application = (long)connection.Ask("PRAGMA application_id")!;
        long version = (long)connection.Ask("PRAGMA user_version")!;
        if (application != Application)
        {
            return application == 0 && version == 0 && (long)connection.Ask("SELECT count(*) FROM sqlite_schema")! == 0
                ? 0
                : throw new InvalidOperationException($"'{file}' is another application's database. Capsule needs a file of its own.");
        }

        return version <= Version
            ? version
            : throw new InvalidOperationException(
                $"'{file}' was written by a newer version: its tables are of version {version}, and this Capsule.Storage.Sqlite knows those up to {Version}. Update the package.");
    }
}
