namespace Capsule.Tests.Computed;

/// <summary>Values that the server computes, in exports, imports, copies and stores.</summary>
public sealed class OnServerDataTests
{
    private static readonly RootDefinition[] Roots = [new(ModelType.Of<Till>())];

    [Test]
    public void An_export_shows_it_before_there_is_a_tree() => Assert.That(
        new Till { Name = "new" }.Xport(),
        Does.Contain("""
            "total":0,"isProfitable":false,"headline":"NEW: 0","perStep":0,"largest":null,"sum":{"amount":0,"kind":"sum"}
            """));

    [Test]
    public void An_export_shows_it_as_it_is_at_the_moment()
    {
        Till till = Filled();
        string inside = "";
        till.Tree.Turn(() =>
        {
            till.Receipts[0].Amount = 3;
            inside = till.Xport();
        });

        Assert.That(inside, Does.Contain("\"total\":3").And.Contain("\"percent\":100"));
        Assert.That(till.Xport(), Is.EqualTo(inside));
        Assert.That(System.Text.Json.JsonSerializer.Serialize(new Till()), Does.Contain("\"headline\":\"TILL: 0\""));
    }

    [Test]
    public void An_export_for_storage_has_it_not() =>
        Assert.That(Filled().Xport(XportOptions.Everything), Does.Contain("cost").And.Not.Contain("total").And.Not.Contain("percent"));

    [Test]
    public void An_import_computes_it_whatever_the_data_say()
    {
        Till till = Filled();

        MportResult result = till.Mport("""{"attrs":{"name":"in","total":500,"headline":"no"},"collections":{"receipts":{"models":[{"amount":2,"percent":7}]}}}""");

        Assert.That(result.Ignored, Is.Empty);
        Assert.That(till.Xport(), Does.Contain("\"total\":10").And.Contain("\"headline\":\"IN: 2\"").And.Contain("\"percent\":20"));
    }

    [Test]
    public void A_copy_that_follows_has_what_it_is_told()
    {
        Till till = Filled();
        till.Cost = 1;
        var copy = new Till();
        copy.Mport(till.Xport());
        copy.Cost = 1000;
        Assert.That(copy.Xport(), Does.Contain("\"isProfitable\":false"));
        till.Tree.Published += batch => copy.Tree.Apply(batch.Events);

        till.Receipts.Add(new Receipt { Amount = 24 });
        till.Cost = 0;
        till.Receipts[0].Amount = 0;
        till.Receipts[1].Amount = 0;
        till.Receipts[1].Amount = 1;

        Assert.That(copy.Xport(), Is.EqualTo(till.Xport()));
    }

    [Test]
    public async Task A_stored_tree_has_none_and_is_loaded_with_all([Values(1, 100)] int turnsPerSnapshot)
    {
        var store = new MemoryStore();
        await using var first = new InProcessHost(Roots, store, new InProcessHostOptions { TurnsPerSnapshot = turnsPerSnapshot });
        await new LocalTrees<Till>(first).CreateAsync("t");
        await new LocalTrees<Till>(first).UpdateAsync("t", static till => { till.Receipts.Add(new Receipt { Amount = 30, Text = "a" }); });
        await new LocalTrees<Till>(first).UpdateAsync("t", static till => { till.Receipts[0].Amount = 40; });
        string before = await ShownAsync(first);

        StoredTree stored = (await store.LoadAsync(new TreeAddress("", "till", "t"), default))!;
        Assert.That($"{stored.Snapshot.State} {string.Concat(stored.Entries.Select(static entry => entry.Events.ToString()))}", Does.Contain("amount").And.Not.Contain("total").And.Not.Contain("percent").And.Not.Contain("label"));

        await using var second = new InProcessHost(Roots, store);
        var seqs = new List<long>();
        await new LocalTrees<Till>(second).UpdateAsync("t", till => seqs.Add(till.Tree.Seq));

        Assert.That(await ShownAsync(second), Is.EqualTo(before).And.Contains("\"total\":40"));
        Assert.That(seqs, Is.EqualTo([2]));
    }

    private static Till Filled()
    {
        var till = new Till();
        till.Receipts.Add(new Receipt { Amount = 8 });
        return till;
    }

    private static async Task<string> ShownAsync(InProcessHost host) => await new LocalTrees<Till>(host).UpdateAsync("t", static till => till.Xport());
}
