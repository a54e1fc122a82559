using System.Globalization;
using Capsule;
using Capsule.Storage.Sqlite;

// Appends to all trees at once, for ever, and says of each entry that it was confirmed: tree, position, and a dot.
await using var store = new SqliteStore(args[0]);
RawJson events = RawJson.Parse("""[{"event":"change","id":"0192f3a4-0000-7000-8000-000000000001","change":{"title":"written"}}]""");
await Task.WhenAll(Enumerable.Range(0, int.Parse(args[1], CultureInfo.InvariantCulture)).Select(number => Task.Run(() => WriteAsync(number))));

async Task WriteAsync(int number)
{
    var tree = new TreeAddress("", "board", number.ToString(CultureInfo.InvariantCulture));
    await store.CreateAsync(tree, new TreeSnapshot(0, "epoch", 0, RawJson.Parse("{}"), [], []));
    StoredTree stored = (await store.LoadAsync(tree))!;
    long position = stored.Entries.Count > 0 ? stored.Entries[^1].Position : stored.Snapshot.Position;
    while (true)
    {
        position++;
        await store.AppendAsync(tree, new JournalEntry(position, DateTimeOffset.UtcNow, "anna", null, position, events));
        Console.WriteLine($"{number} {position} .");
        if (position % 50 == 0)
        {
            await store.SaveSnapshotAsync(tree, new TreeSnapshot(position, "epoch", position, RawJson.Parse("{}"), [], []));
        }
    }
}
