using Capsule.Protocol;

namespace Capsule.Tests.Deployed;

/// <summary>Are trees that were stored before a deploy as good after it?</summary>
[Parallelizable]
internal sealed class StoredDataTests
{
    private static readonly TreeAddress Former = new("", "guild", "42");

    private static readonly TreeAddress Now = new("", "society", "42");

    [Test]
    public async Task A_snapshot_and_a_journal_with_former_names_are_read()
    {
        var store = new MemoryStore();
        await FillAsync(store);

        await using InProcessHost host = Host<After.Society>(store);
        string read = (await host.ReadAsync(Now)).ToString();

        Assert.That(read, Does.Contain("\"name\":\"Smiths\"").And.Contain("\"password\":\"sesame\""));
        Assert.That(read, Does.Contain("\"fullName\":\"Anna\"").And.Contain("\"rank\":7").And.Contain("\"fullName\":\"Bert\"").And.Contain("\"rank\":2"));
        Assert.That(read, Does.Contain("\"head\":").And.Contain("\"fullName\":\"Clara\""));
    }

    [Test]
    public async Task What_a_later_turn_does_is_stored_with_them()
    {
        var store = new MemoryStore();
        await FillAsync(store);
        await using (InProcessHost host = Host<After.Society>(store))
        {
            await new LocalTrees<After.Society>(host).UpdateAsync("42", society =>
            {
                society.People[0].FullName = "Anna B.";
                society.Head = null;
            });
        }

        await using InProcessHost later = Host<After.Society>(store);
        string read = (await later.ReadAsync(Now)).ToString();

        Assert.That(read, Does.Contain("\"fullName\":\"Anna B.\"").And.Contain("\"name\":\"Smiths\"").And.Not.Contain("Clara"));
    }

    [Test]
    public async Task The_trees_of_a_renamed_root_are_found_listed_and_deleted()
    {
        var store = new MemoryStore();
        await FillAsync(store);
        await using InProcessHost host = Host<After.Society>(store);
        var keys = new List<string>();
        await foreach (string key in host.ListAsync("", "society"))
        {
            keys.Add(key);
        }

        Assert.That(keys, Is.EqualTo(["42"]));
        Assert.That(await host.ExistsAsync(Now), Is.True);
        Assert.That(await host.CreateAsync(Now), Is.False);
        Assert.That(await host.DeleteAsync(Now), Is.True);
        Assert.That(await store.ExistsAsync(Former), Is.False);
    }

    [Test]
    public void A_former_name_is_read_of_data_of_the_application_and_not_of_a_client()
    {
        var society = new After.Society();

        Assert.That(society.Mport("""{"attrs":{"title":"Smiths","unknown":1}}""").Ignored, Is.EqualTo(["society.unknown"]));
        Assert.That(society.Name, Is.EqualTo("Smiths"));
        Verdict verdict = society.Tree.SafeApply(CapsuleUser.Named("anna"), [new SetOp(society.Id, RawJson.Parse("""{"title":"Jones"}"""))]);
        Assert.That(verdict.Error?.Code, Is.EqualTo(ErrorCode.NotFound));
        verdict = society.Tree.SafeApply(CapsuleUser.Named("anna"), [new AddOp(society.People.Id, RawJson.Parse("""{"attrs":{"name":"Eve"}}"""))]);
        Assert.That(verdict.Error?.Code, Is.EqualTo(ErrorCode.NotFound));
        Assert.That((society.Name, society.People.Count), Is.EqualTo(("Smiths", 0)));
    }

    [Test]
    public void Null_stands_for_the_initial_value_where_it_was_a_value_once_and_nowhere_else()
    {
        var person = new After.Person { Rank = 2 };

        person.Mport("""{"attrs":{"rank":null}}""");

        Assert.That(person.Rank, Is.EqualTo(7));
        Assert.That(() => person.Mport("""{"attrs":{"fullName":null}}"""), Throws.TypeOf<CapsuleException>());
        Assert.That(() => new After.Member().Mport("""{"attrs":{"points":null}}"""), Throws.TypeOf<CapsuleException>());
    }

    [Test]
    public void Events_with_former_names_are_applied()
    {
        var society = new After.Society();
        society.People.Add(new After.Person { FullName = "Anna", Rank = 2 });

        society.Tree.Apply(EventJson.ReadList(System.Text.Encoding.UTF8.GetBytes($$$$"""
            [{"event":"change","id":"{{{{society.Id}}}}","data":{"title":"Smiths"}},
             {"event":"change","id":"{{{{society.People[0].Id}}}}","data":{"rank":null}},
             {"event":"child","id":"{{{{society.Id}}}}","name":"chair","data":{"type":"master","attrs":{"name":"Clara"}}}]
            """)));

        Assert.That((society.Name, society.People[0].Rank, society.Head?.FullName), Is.EqualTo(("Smiths", 7, "Clara")));
    }

    private static async Task FillAsync(MemoryStore store)
    {
        await using InProcessHost host = Host<Before.Guild>(store);
        await host.CreateAsync(Former);
        var guilds = new LocalTrees<Before.Guild>(host);
        await guilds.UpdateAsync("42", guild =>
        {
            guild.Title = "Smiths";
            guild.Secret = "sesame";
            guild.Masters.Add(new Before.Master { Name = "Anna", Rank = 1 });
            guild.Masters.Add(new Before.Master { Name = "Bert" });
            guild.Chair = new Before.Master { Name = "Clara" };
        });
        await guilds.UpdateAsync("42", guild =>
        {
            guild.Masters[0].Rank = null;
            guild.Masters[1].Rank = 2;
        });
    }

    private static InProcessHost Host<TRoot>(MemoryStore store)
        where TRoot : CapsuleModel, Capsule.Internals.ICapsuleModel<TRoot> => new([new RootDefinition(ModelType.Of<TRoot>())], store);
}
