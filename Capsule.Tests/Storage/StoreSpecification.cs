using System.Globalization;

namespace Capsule.Tests.Storage;

/// <summary>What every store does.</summary>
internal abstract class StoreSpecification
{
    private static readonly TreeAddress Tree = new("", "board", "42");

    private static readonly string[] OddKeys =
    [
        "", " ", ".", "..", "../up", @"a\b", "a/b/c", "C:", "a", "A", "ä", "a\u0308", "null", "a\0b", "a\0c", "\n", "\u0001", "\u001f\u007f", "'; DROP TABLE trees; --", "%", "_",
        "\uD83D\uDE00", "\uFFFD", "\uD83D", "\uDE00", "\uE000", new string('k', 10_000), new string('k', 9_999) + "l",
    ];

    protected abstract ICapsuleStore Store { get; }

    [Test]
    public async Task There_is_no_tree_before_one_is_created()
    {
        Assert.That(await Store.LoadAsync(Tree), Is.Null);
        Assert.That(await Store.ExistsAsync(Tree), Is.False);
        Assert.That(await Store.DeleteAsync(Tree), Is.False);
        Assert.That(await KeysAsync(), Is.Empty);
        Assert.That(async () => await Store.AppendAsync(Tree, Entry(1)), Throws.TypeOf<StoreConflictException>());
        await Store.SaveSnapshotAsync(Tree, Snapshot(1));
        Assert.That(await Store.ExistsAsync(Tree), Is.False);
    }

    [Test]
    public async Task What_was_created_is_loaded_as_it_was_and_created_once()
    {
        TreeSnapshot snapshot = Snapshot(0) with { Clients = [Client("anna", 7), Client(null, 1)] };
        Assert.That(await Store.CreateAsync(Tree, snapshot));
        Assert.That(await Store.CreateAsync(Tree, Snapshot(0) with { Seq = 99 }), Is.False);
        Assert.That(await Store.ExistsAsync(Tree));

        StoredTree stored = (await Store.LoadAsync(Tree))!;
        AssertSame(stored.Snapshot, snapshot);
        Assert.That(stored.Entries, Is.Empty);
    }

    [Test]
    public async Task Entries_are_loaded_as_they_were_appended()
    {
        JournalEntry[] entries =
        [
            Entry(1),
            new(2, new DateTimeOffset(2026, 2, 3, 4, 5, 6, TimeSpan.FromHours(5.5)).AddTicks(7), "anna\0\u001f \uD83D\uDE00", null, null, RawJson.EmptyArray),
            new(3, DateTimeOffset.MaxValue, "", new RecordedTurn(Guid.NewGuid(), long.MaxValue, "0f", RawJson.Parse("""{ "verdict" : [1.0] }""")), long.MaxValue, RawJson.Parse("""[{"a":"\u0041ä"}]""")),
            new(4, DateTimeOffset.MinValue, null, new RecordedTurn(Guid.Empty, 0, "", RawJson.Null), 0, RawJson.EmptyArray),
        ];
        await Store.CreateAsync(Tree, Snapshot(0));
        foreach (JournalEntry entry in entries)
        {
            await Store.AppendAsync(Tree, entry);
        }

        IReadOnlyList<JournalEntry> loaded = (await Store.LoadAsync(Tree))!.Entries;
        Assert.That(loaded, Is.EqualTo(entries));
        Assert.That(loaded.Select(entry => entry.Time.Offset), Is.EqualTo(entries.Select(entry => entry.Time.Offset)));
    }

    [TestCase(0)]
    [TestCase(-1)]
    [TestCase(2)]
    [TestCase(4)]
    [TestCase(long.MaxValue)]
    [Promise(22)]
    public async Task A_position_that_is_not_the_next_is_refused_and_changes_nothing(long position)
    {
        await Store.CreateAsync(Tree, Snapshot(0));
        await Store.AppendAsync(Tree, Entry(1));
        await Store.AppendAsync(Tree, Entry(2));

        StoreConflictException? conflict = await Assert.ThrowsAsync<StoreConflictException>(async () => await Store.AppendAsync(Tree, Entry(position)));
        Assert.That((conflict!.Tree, conflict.Position), Is.EqualTo((Tree, position)));
        await Store.AppendAsync(Tree, Entry(3));
        Assert.That(await PositionsAsync(Tree), Is.EqualTo(new[] { 1, 2, 3 }));
    }

    [Test]
    [Promise(22)]
    public async Task Of_two_writers_of_one_position_one_is_refused_and_others_in_its_company_are_not()
    {
        TreeAddress other = Tree with { Key = "other" };
        await Store.CreateAsync(Tree, Snapshot(0));
        await Store.CreateAsync(other, Snapshot(0));
        Task[] appends =
        [
            Store.AppendAsync(Tree, Entry(1)).AsTask(), Store.AppendAsync(other, Entry(1)).AsTask(), Store.AppendAsync(Tree, Entry(1)).AsTask(),
            Store.AppendAsync(other, Entry(2)).AsTask(), Store.AppendAsync(Tree, Entry(2)).AsTask(),
        ];

        Assert.That(async () => await Task.WhenAll(appends), Throws.TypeOf<StoreConflictException>());
        Assert.That(appends.Select(append => append.IsCompletedSuccessfully), Is.EqualTo(new[] { true, true, false, true, true }));
        Assert.That(await PositionsAsync(Tree), Is.EqualTo(new[] { 1, 2 }));
        Assert.That(await PositionsAsync(other), Is.EqualTo(new[] { 1, 2 }));
    }

    [Test]
    public async Task A_snapshot_takes_the_place_of_the_entries_up_to_it()
    {
        await Store.CreateAsync(Tree, Snapshot(0));
        for (int position = 1; position <= 5; position++)
        {
            await Store.AppendAsync(Tree, Entry(position));
        }

        TreeSnapshot snapshot = Snapshot(3) with { State = RawJson.Parse("""{"newer":true}"""), Clients = [Client("bert", 2)] };
        await Store.SaveSnapshotAsync(Tree, snapshot);
        AssertSame((await Store.LoadAsync(Tree))!.Snapshot, snapshot);
        Assert.That(await PositionsAsync(Tree), Is.EqualTo(new[] { 4, 5 }));

        await Store.SaveSnapshotAsync(Tree, Snapshot(5));
        Assert.That(await PositionsAsync(Tree), Is.Empty);
        Assert.That(async () => await Store.AppendAsync(Tree, Entry(1)), Throws.TypeOf<StoreConflictException>());
        await Store.AppendAsync(Tree, Entry(6));
        Assert.That(await PositionsAsync(Tree), Is.EqualTo(new[] { 6 }));
    }

    [Test]
    public async Task A_snapshot_that_is_no_newer_or_not_of_this_journal_is_let_go()
    {
        await Store.CreateAsync(Tree, Snapshot(0));
        await Store.AppendAsync(Tree, Entry(1));
        await Store.AppendAsync(Tree, Entry(2));
        await Store.SaveSnapshotAsync(Tree, Snapshot(1));
        RawJson other = RawJson.Parse("""{"other":true}""");
        await Store.SaveSnapshotAsync(Tree, Snapshot(1) with { State = other });
        await Store.SaveSnapshotAsync(Tree, Snapshot(0) with { State = other });
        await Store.SaveSnapshotAsync(Tree, Snapshot(3) with { State = other });
        await Store.SaveSnapshotAsync(Tree, Snapshot(2) with { State = other, Epoch = "another" });

        AssertSame((await Store.LoadAsync(Tree))!.Snapshot, Snapshot(1));
        Assert.That(await PositionsAsync(Tree), Is.EqualTo(new[] { 2 }));
    }

    [Test]
    public async Task A_tree_may_begin_at_any_position()
    {
        await Store.CreateAsync(Tree, Snapshot(10));
        Assert.That(async () => await Store.AppendAsync(Tree, Entry(10)), Throws.TypeOf<StoreConflictException>());
        await Store.AppendAsync(Tree, Entry(11));
        Assert.That(await PositionsAsync(Tree), Is.EqualTo(new[] { 11 }));
    }

    [Test]
    public async Task A_deleted_tree_is_gone_and_can_be_created_anew()
    {
        TreeAddress neighbour = Tree with { Key = "neighbour" };
        await Store.CreateAsync(neighbour, Snapshot(0));
        await Store.AppendAsync(neighbour, Entry(1));
        await Store.CreateAsync(Tree, Snapshot(0));
        await Store.AppendAsync(Tree, Entry(1));

        Assert.That(await Store.DeleteAsync(Tree));
        Assert.That(await Store.ExistsAsync(Tree), Is.False);
        Assert.That(await Store.LoadAsync(Tree), Is.Null);
        Assert.That(async () => await Store.AppendAsync(Tree, Entry(2)), Throws.TypeOf<StoreConflictException>());
        Assert.That(await Store.DeleteAsync(Tree), Is.False);
        Assert.That(await Store.CreateAsync(Tree, Snapshot(0)));
        Assert.That(await PositionsAsync(Tree), Is.Empty);
        Assert.That(await PositionsAsync(neighbour), Is.EqualTo(new[] { 1 }));
    }

    [Test]
    public async Task Keys_of_any_characters_are_different_and_listed_in_ordinal_order()
    {
        foreach (string key in OddKeys)
        {
            Assert.That(await Store.CreateAsync(Tree with { Key = key }, Snapshot(0) with { State = State(key) }), key);
        }

        Assert.That(await KeysAsync(), Is.EqualTo(OddKeys.Order(StringComparer.Ordinal)));
        foreach (string key in OddKeys)
        {
            await Store.AppendAsync(Tree with { Key = key }, Entry(1));
            Assert.That((await Store.LoadAsync(Tree with { Key = key }))!.Snapshot.State, Is.EqualTo(State(key)));
        }

        static RawJson State(string key) => RawJson.Parse(string.Join(',', key.Take(30).Select(unit => (int)unit)) is var units ? $"[{units}]" : "");
    }

    [Test]
    public async Task Tenants_and_roots_are_worlds_of_their_own()
    {
        TreeAddress[] trees = [Tree, Tree with { Tenant = "a" }, Tree with { Tenant = "A" }, Tree with { Root = "card" }, new("b", "oard", "42"), new("a", "oard", "42")];
        foreach (TreeAddress tree in trees)
        {
            Assert.That(await Store.CreateAsync(tree, Snapshot(0)));
        }

        Assert.That(await Store.DeleteAsync(trees[1]));
        Assert.That(await KeysAsync("a"), Is.Empty);
        Assert.That(await KeysAsync("A"), Is.EqualTo(new[] { "42" }));
        Assert.That(await KeysAsync(), Is.EqualTo(new[] { "42" }));
    }

    [Test]
    public async Task Many_keys_are_listed_whole()
    {
        string[] keys = [.. Enumerable.Range(0, 2500).Select(number => number.ToString(CultureInfo.InvariantCulture))];
        await Task.WhenAll(keys.Select(key => Store.CreateAsync(Tree with { Key = key }, Snapshot(0)).AsTask()));

        Assert.That(await KeysAsync(), Is.EqualTo(keys.Order(StringComparer.Ordinal)));
    }

    [Test]
    public async Task A_hundred_appends_of_one_tree_at_once_are_taken_in_their_order()
    {
        await Store.CreateAsync(Tree, Snapshot(0));
        await Task.WhenAll(Enumerable.Range(1, 100).Select(position => Store.AppendAsync(Tree, Entry(position)).AsTask()));

        Assert.That(await PositionsAsync(Tree), Is.EqualTo(Enumerable.Range(1, 100)));
    }

    [Test]
    public async Task Many_trees_are_written_and_read_at_once()
    {
        TreeAddress[] trees = [.. Enumerable.Range(0, 40).Select(number => Tree with { Key = $"{number}" })];
        await Task.WhenAll(trees.Select(tree => Task.Run(async () =>
        {
            await Store.CreateAsync(tree, Snapshot(0));
            for (int position = 1; position <= 25; position++)
            {
                await Store.AppendAsync(tree, Entry(position) with { User = tree.Key });
                if (position % 10 == 0)
                {
                    await Store.SaveSnapshotAsync(tree, Snapshot(position));
                }

                StoredTree stored = (await Store.LoadAsync(tree))!;
                Assert.That(stored.Snapshot.Position + stored.Entries.Count, Is.EqualTo(position));
                Assert.That(stored.Entries.Select(entry => entry.User), Is.All.EqualTo(tree.Key));
            }
        })));

        foreach (TreeAddress tree in trees)
        {
            Assert.That(await PositionsAsync(tree), Is.EqualTo(Enumerable.Range(21, 5)));
        }
    }

    [Test]
    public async Task What_is_cancelled_before_it_begins_is_not_done()
    {
        var cancelled = new CancellationToken(canceled: true);
        await Store.CreateAsync(Tree, Snapshot(0));
        Assert.That(async () => await Store.AppendAsync(Tree, Entry(1), cancelled), Throws.InstanceOf<OperationCanceledException>());
        Assert.That(async () => await Store.CreateAsync(Tree with { Key = "other" }, Snapshot(0), cancelled), Throws.InstanceOf<OperationCanceledException>());
        Assert.That(async () => await Store.SaveSnapshotAsync(Tree, Snapshot(0), cancelled), Throws.InstanceOf<OperationCanceledException>());
        Assert.That(async () => await Store.DeleteAsync(Tree, cancelled), Throws.InstanceOf<OperationCanceledException>());
        Assert.That(async () => await Store.LoadAsync(Tree, cancelled), Throws.InstanceOf<OperationCanceledException>());
        Assert.That(async () => await Store.ExistsAsync(Tree, cancelled), Throws.InstanceOf<OperationCanceledException>());
        Assert.That(async () => await Store.ListAsync("", "board", cancelled).GetAsyncEnumerator(cancelled).MoveNextAsync(), Throws.InstanceOf<OperationCanceledException>());

        Assert.That(await PositionsAsync(Tree), Is.Empty);
        Assert.That(await KeysAsync(), Is.EqualTo(new[] { "42" }));
    }

    [Test]
    public async Task Large_entries_and_states_are_kept_whole()
    {
        RawJson large = RawJson.Parse($"[\"{new string('x', 20_000_000)}\"]");
        await Store.CreateAsync(Tree, Snapshot(0) with { State = large });
        await Store.AppendAsync(Tree, Entry(1) with { Events = large });

        StoredTree stored = (await Store.LoadAsync(Tree))!;
        Assert.That(stored.Snapshot.State == large);
        Assert.That(stored.Entries.Single().Events == large);
    }

    protected static JournalEntry Entry(long position) => new(
        position,
        new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero).AddSeconds(position % 1000),
        "anna",
        new RecordedTurn(new Guid("0192f3a4-0000-7000-8000-000000000001"), position, "00ff", RawJson.Parse("""{"event":"verdict","turn":1}""")),
        position,
        RawJson.Parse("""[{"event":"change"}]"""));

    [Test]
    public async Task What_is_scheduled_is_loaded_as_it_was_said_last_and_its_trees_are_listed_with_the_first_time()
    {
        ScheduledCall first = Call(1) with { Due = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(2)).AddTicks(7) };
        ScheduledCall second = Call(2);
        var odd = new TreeAddress("tenant\0", "böard", "a/b");
        await Store.CreateAsync(Tree, Snapshot(0));
        await Store.CreateAsync(odd, Snapshot(0) with { Scheduled = [second] });
        Assert.That(await ScheduledAsync(), Is.EqualTo(new[] { new ScheduledTree(odd, second.Due) }));

        await Store.AppendAsync(Tree, Entry(1) with { Scheduled = [first, second] });
        await Store.AppendAsync(Tree, Entry(2));
        await Store.AppendAsync(odd, Entry(1) with { Scheduled = [] });

        StoredTree stored = (await Store.LoadAsync(Tree))!;
        Assert.That(stored.Entries[0].Scheduled, Is.EqualTo(new[] { first, second }));
        Assert.That(stored.Entries[1].Scheduled, Is.Null);
        Assert.That((await Store.LoadAsync(odd))!.Entries[0].Scheduled, Is.Empty);
        Assert.That(await ScheduledAsync(), Is.EqualTo(new[] { new ScheduledTree(Tree, first.Due) }));

        TreeSnapshot snapshot = Snapshot(2) with { Scheduled = [first, second] };
        await Store.SaveSnapshotAsync(Tree, snapshot);
        AssertSame((await Store.LoadAsync(Tree))!.Snapshot, snapshot);
        Assert.That(await ScheduledAsync(), Is.EqualTo(new[] { new ScheduledTree(Tree, first.Due) }));

        await Store.DeleteAsync(Tree);
        Assert.That(await ScheduledAsync(), Is.Empty);

        async Task<List<ScheduledTree>> ScheduledAsync() => await Store.ListScheduledAsync().ToListAsync();
        ScheduledCall Call(int number) => new(
            new ModelId(Guid.NewGuid()), DateTimeOffset.UnixEpoch.AddYears(60 + number), new ModelId(Guid.NewGuid()), $"method{number}", RawJson.Parse("""[1, {"a":"ä"}]"""));
    }

    protected static TreeSnapshot Snapshot(long position) => new(position, "epoch", position, RawJson.Parse("""{"title":"ä"}"""), [], []);

    protected async Task<IEnumerable<long>> PositionsAsync(TreeAddress tree) => (await Store.LoadAsync(tree))!.Entries.Select(entry => entry.Position);

    protected static void AssertSame(TreeSnapshot actual, TreeSnapshot expected)
    {
        Assert.That(actual with { Clients = expected.Clients, Scheduled = expected.Scheduled }, Is.EqualTo(expected));
        Assert.That(actual.Scheduled, Is.EqualTo(expected.Scheduled));
        Assert.That(
            actual.Clients.Select(client => (client.Client, client.User, client.Last, client.LastUsed)),
            Is.EqualTo(expected.Clients.Select(client => (client.Client, client.User, client.Last, client.LastUsed))));
        Assert.That(actual.Clients.SelectMany(client => client.Turns), Is.EqualTo(expected.Clients.SelectMany(client => client.Turns)));
    }

    private static ClientState Client(string? user, long last)
    {
        var id = Guid.NewGuid();
        return new(id, user, last, [.. Enumerable.Range(1, (int)last).Select(number => new RecordedTurn(id, number, "00ff", RawJson.Parse($$"""{"turn":{{number}},"deep":[[1.0]]}""")))], new DateTimeOffset(2026, 3, 4, 5, 6, 7, 89, TimeSpan.Zero));
    }

    private async Task<List<string>> KeysAsync(string tenant = "")
    {
        var keys = new List<string>();
        await foreach (string key in Store.ListAsync(tenant, "board"))
        {
            keys.Add(key);
        }

        return keys;
    }
}
