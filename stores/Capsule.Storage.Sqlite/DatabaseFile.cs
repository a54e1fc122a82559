using Microsoft.Data.Sqlite;

namespace Capsule.Storage.Sqlite;

/// <summary>The file, and how connections to it are opened.</summary>
internal sealed class DatabaseFile
{
    private readonly string _name;
    private readonly string _forReaders;
    private readonly string _forWriter;

    public DatabaseFile(string connectionString)
    {
        var settings = new SqliteConnectionStringBuilder(connectionString);
        if (settings.DataSource is "" or ":memory:" || settings.Mode == SqliteOpenMode.Memory)
        {
            throw new ArgumentException("The connection string names no file. To keep trees in memory, use a MemoryStore.", nameof(connectionString));
        }

        if (settings.Cache == SqliteCacheMode.Shared)
        {
            throw new ArgumentException("Connections that share a cache lock one another out of the tables: leave 'Cache=Shared' out.", nameof(connectionString));
        }

        _name = settings.DataSource;
        if (settings.Mode == SqliteOpenMode.ReadWriteCreate && !_name.StartsWith("file:", StringComparison.OrdinalIgnoreCase) && !_name.StartsWith('|'))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(_name))!);
        }

        _forReaders = settings.ConnectionString;
        settings.Pooling = false;
        _forWriter = settings.ConnectionString;
    }

    public TreeWriter OpenWriter() => new(OpenForWriting(), OpenWriter);

    public TreeReader OpenReader() => new(Open(_forReaders));

    /// <summary>The connection that writes, after a look at what is in the file.</summary>
    public SqliteConnection OpenForWriting()
    {
        SqliteConnection connection = Open(_forWriter);
        try
        {
            Schema.Prepare(connection, _name);
            connection.Run("PRAGMA synchronous = FULL");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Lets go of the connections that are kept for reuse.</summary>
    public void Close()
    {
        using var any = new SqliteConnection(_forReaders);
        SqliteConnection.ClearPool(any);
    }

    private static SqliteConnection Open(string connectionString)
    {
        var connection = new SqliteConnection(connectionString);
        try
        {
            connection.Open();
            connection.Run($"PRAGMA busy_timeout = {connection.DefaultTimeout * 1000}");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
