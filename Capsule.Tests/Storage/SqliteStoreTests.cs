using Capsule.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace Capsule.Tests.Storage;

[TestFixture]
internal sealed class SqliteStoreTests : StoreSpecification
{
    private static readonly TreeAddress Board = new("", "board", "7");

    private TemporaryFolder _folder = null!;
    private SqliteStore _store = null!;

    protected override ICapsuleStore Store => _store;

    [SetUp]
    public void Begin()
    {
        _folder = new TemporaryFolder();
        _store = new SqliteStore(_folder.Source());
    }

    [TearDown]
    public async Task End()
    {
        await _store.DisposeAsync();
        _folder.Dispose();
    }

    [Test]
    public async Task A_file_that_is_opened_again_has_what_was_written()
    {
        await _store.CreateAsync(Board, Snapshot(0));
        JournalEntry[] entries = [.. Enumerable.Range(1, 20).Select(position => Entry(position))];
        await Task.WhenAll(entries.Select(entry => _store.AppendAsync(Board, entry).AsTask()));
        await _store.SaveSnapshotAsync(Board, Snapshot(5));
        await _store.DisposeAsync();
        Assert.That(File.Exists(_folder.File("boards.db-wal")), Is.False, "the log was taken into the file");

        _store = new SqliteStore(_folder.Source());
        StoredTree stored = (await _store.LoadAsync(Board))!;
        AssertSame(stored.Snapshot, Snapshot(5));
        Assert.That(stored.Entries, Is.EqualTo(entries[5..]));
    }

    [Test]
    public async Task What_waits_is_written_before_the_store_closes_and_nothing_after()
    {
        await _store.CreateAsync(Board, Snapshot(0));
        Task[] appends = [.. Enumerable.Range(1, 50).Select(position => _store.AppendAsync(Board, Entry(position)).AsTask())];
        await _store.DisposeAsync();

        Assert.That(appends.Select(append => append.IsCompletedSuccessfully || append.Wait(TimeSpan.FromSeconds(10))), Is.All.True);
        Assert.That(async () => await _store.AppendAsync(Board, Entry(51)), Throws.TypeOf<ObjectDisposedException>());
        Assert.That(async () => await _store.LoadAsync(Board), Throws.TypeOf<ObjectDisposedException>());
        _store = new SqliteStore(_folder.Source());
        Assert.That(await PositionsAsync(Board), Is.EqualTo(Enumerable.Range(1, 50)));
    }

    [Test]
    public void Every_commit_is_synchronised_with_the_disk_in_a_write_ahead_log()
    {
        using SqliteConnection writer = new DatabaseFile(_folder.Source("other.db")).OpenForWriting();
        Assert.That(writer.Ask("PRAGMA synchronous"), Is.EqualTo(2), "FULL");
        Assert.That(writer.Ask("PRAGMA journal_mode"), Is.EqualTo("wal"));
    }

    [Test]
    public async Task What_cannot_be_written_fails_alone()
    {
        await _store.CreateAsync(Board, Snapshot(0));
        Task<bool> poison = _store.CreateAsync(Board with { Key = "bad" }, Snapshot(0) with { Epoch = null! }).AsTask();
        Task[] appends = [.. Enumerable.Range(1, 20).Select(position => _store.AppendAsync(Board, Entry(position)).AsTask())];
        Task<bool> more = _store.CreateAsync(Board with { Key = "bad" }, Snapshot(0) with { Epoch = null! }).AsTask();
        Task last = _store.AppendAsync(Board, Entry(21)).AsTask();

        Assert.That(async () => await poison, Throws.TypeOf<SqliteException>());
        Assert.That(async () => await more, Throws.TypeOf<SqliteException>());
        await Task.WhenAll([.. appends, last]);
        Assert.That(await PositionsAsync(Board), Is.EqualTo(Enumerable.Range(1, 21)));
        Assert.That(await _store.ExistsAsync(Board with { Key = "bad" }), Is.False);
    }

    [Test]
    public async Task While_another_has_the_file_appends_fail_after_the_timeout_and_go_on_when_it_is_free()
    {
        await _store.CreateAsync(Board, Snapshot(0));
        await using var impatient = new SqliteStore(_folder.Source() + ";Default Timeout=1");
        using (var other = new SqliteConnection(_folder.Source() + ";Pooling=False"))
        {
            other.Open();
            using SqliteTransaction held = other.BeginTransaction(deferred: false);
            Task[] appends = [impatient.AppendAsync(Board, Entry(1)).AsTask(), impatient.AppendAsync(Board, Entry(2)).AsTask()];
            Assert.That(async () => await appends[0], Throws.TypeOf<SqliteException>().With.Message.Contains("locked"));
            Assert.That(async () => await appends[1], Throws.TypeOf<SqliteException>());
            Assert.That(await impatient.LoadAsync(Board), Is.Not.Null, "readers need not wait");
        }

        await impatient.AppendAsync(Board, Entry(1));
        Assert.That(await PositionsAsync(Board), Is.EqualTo(new[] { 1 }));
    }

    [Test]
    public async Task Two_stores_of_one_file_never_write_one_position_twice()
    {
        await using var second = new SqliteStore(_folder.Source());
        await _store.CreateAsync(Board, Snapshot(0));
        int[] written = await Task.WhenAll(Write(_store), Write(second));

        Assert.That(written.Sum(), Is.EqualTo(60));
        Assert.That(await PositionsAsync(Board), Is.EqualTo(Enumerable.Range(1, 60)));

        static Task<int> Write(SqliteStore store) => Task.Run(async () =>
        {
            int written = 0;
            for (int position = 1; position <= 60; position++)
            {
                try
                {
                    await store.AppendAsync(Board, Entry(position));
                    written++;
                }
                catch (StoreConflictException)
                {
                    // The other was first.
                }
            }

            return written;
        });
    }

    [TestCase("PRAGMA user_version = 3", "was written by a newer version: its tables are of version 3")]
    [TestCase("PRAGMA application_id = 7", "is another application's database")]
    public async Task A_file_that_is_not_for_this_version_is_refused_by_name(string change, string complaint)
    {
        await _store.DisposeAsync();
        using (var connection = new SqliteConnection(_folder.Source() + ";Pooling=False"))
        {
            connection.Open();
            connection.Run(change);
        }

        Assert.That(() => new SqliteStore(_folder.Source()), Throws.InvalidOperationException.With.Message.Contains(complaint).And.Message.Contains(_folder.File()));
    }

    [Test]
    public void A_file_with_tables_of_somebody_else_is_refused()
    {
        using (var connection = new SqliteConnection(_folder.Source("theirs.db") + ";Pooling=False"))
        {
            connection.Open();
            connection.Run("CREATE TABLE theirs (id INTEGER)");
        }

        Assert.That(() => new SqliteStore(_folder.Source("theirs.db")), Throws.InvalidOperationException.With.Message.Contains("another application's"));
    }

    [TestCase("Data Source=:memory:")]
    [TestCase("Data Source=x;Mode=Memory")]
    [TestCase("Data Source=")]
    [TestCase("Data Source=x.db;Cache=Shared")]
    public void A_connection_string_without_a_file_of_its_own_is_refused(string connectionString) =>
        Assert.That(() => new SqliteStore(connectionString), Throws.ArgumentException);

    [Test]
    public async Task The_folder_of_the_file_is_made()
    {
        string name = Path.Combine("not", "yet", "boards.db");
        await using var store = new SqliteStore(_folder.Source(name));
        Assert.That(File.Exists(_folder.File(name)));
    }
}
