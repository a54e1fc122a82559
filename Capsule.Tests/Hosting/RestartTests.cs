using Capsule.Protocol;
using Capsule.Storage.Sqlite;
using Capsule.Tests.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Capsule.Tests.Hosting;

/// <summary>A host that ends, and another that goes on from the file.</summary>
[TestFixture]
internal sealed class RestartTests : HostFixture
{
    [TestCase(3)]
    [TestCase(1000)]
    [Promise(2)]
    [Promise(3)]
    [Promise(12)]
    [Promise(20)]
    public async Task After_a_restart_a_tree_is_as_it_was_and_what_was_done_is_answered_and_not_done_again(int turnsPerSnapshot)
    {
        using var folder = new TemporaryFolder();
        TurnMessage last;
        Client anna;
        Notebook before;
        List<Frame> told = [];
        await using (var store = new SqliteStore(folder.Source()))
        {
            await using InProcessHost host = Host(store, new InProcessHostOptions { TurnsPerSnapshot = turnsPerSnapshot });
            anna = await JoinAsync(host, Anna);
            for (int number = 1; number <= 6; number++)
            {
                anna.Connection.Send(Turn(number, new AddOp(anna.State.Notes.Id, RawJson.Parse($$"""{"text":"{{number}}"}"""))));
            }

            last = Turn(7, new AddOp(anna.State.Notes.Id, RawJson.Parse("""{"text":"last"}""")));
            anna.Connection.Send(last);
            while (told.OfType<VerdictFrame>().Count() < 7)
            {
                told.AddRange(await anna.Inbox.NextAsync());
            }

            before = await new CapsuleTrees<Notebook>(host).ReadAsync("42");
        }

        await using var reopened = new SqliteStore(folder.Source());
        await using InProcessHost second = Host(reopened);
        Client again = await JoinAsync(second, Anna, anna.Id, confirmed: 5);
        Notebook after = await new CapsuleTrees<Notebook>(second).ReadAsync("42");
        Assert.That(after.Notes.Select(note => (note.Id, note.Text)), Is.EqualTo(before.Notes.Select(note => (note.Id, note.Text))));
        Assert.That(again.Initial.Epoch, Is.EqualTo(anna.Initial.Epoch));
        Assert.That(again.Initial.Seq, Is.GreaterThanOrEqualTo(told.OfType<BatchFrame>().Last().Seq));
        Assert.That(again.Initial.Turns.Last, Is.EqualTo(7));
        Assert.That(again.Initial.Turns.Verdicts, Has.Count.EqualTo(2), "those that were not confirmed");

        again.Connection.Send(last);
        VerdictFrame answer = await again.Inbox.NextAsync<VerdictFrame>();
        VerdictFrame first = told.OfType<VerdictFrame>().Last();
        Assert.That((answer.Turn, answer.IsApplied, answer.Seq), Is.EqualTo((first.Turn, true, first.Seq)));
        Assert.That((await new CapsuleTrees<Notebook>(second).ReadAsync("42")).Notes, Has.Count.EqualTo(7));
    }

    [Test]
    [Promise(21, TakesTime = true)]
    public async Task If_the_file_cannot_be_written_the_tree_is_loaded_again_and_what_is_sent_again_is_done_once()
    {
        using var folder = new TemporaryFolder();
        await using var store = new SqliteStore(folder.Source() + ";Default Timeout=1");
        await using InProcessHost host = Host(store);
        Client anna = await JoinAsync(host, Anna);
        using (var other = new SqliteConnection(folder.Source() + ";Pooling=False"))
        {
            other.Open();
            using SqliteTransaction held = other.BeginTransaction(deferred: false);
            anna.Connection.Send(Turn(1, SetTitle(anna, "held")));
            Assert.That((await anna.Inbox.Ended).Code, Is.EqualTo(ErrorCode.Closing));
            Assert.That(anna.Inbox.IsSilent);
        }

        Client again = await JoinAsync(host, Anna, anna.Id);
        Assert.That(again.State.Title, Is.EqualTo("42"));
        Assert.That(again.Initial.Turns.Last, Is.Zero);
        again.Connection.Send(Turn(1, SetTitle(again, "held")));
        Assert.That(((VerdictFrame)(await again.Inbox.NextAsync())[0]).IsApplied);
        Assert.That((await new CapsuleTrees<Notebook>(host).ReadAsync("42")).Title, Is.EqualTo("held"));
    }

    [Test]
    public async Task An_application_that_uses_SQLite_finds_its_trees_when_it_starts_again()
    {
        using var folder = new TemporaryFolder();
        for (int run = 0; run < 2; run++)
        {
            var services = new ServiceCollection();
            services.AddCapsule().AddRoot<Tally>().UseSqlite(folder.Source());
            await using ServiceProvider provider = services.BuildServiceProvider();
            LocalTrees<Tally> tallies = provider.GetRequiredService<LocalTrees<Tally>>();
            Assert.That(await tallies.CreateAsync("t"), Is.EqualTo(run == 0));
            await tallies.UpdateAsync("t", tally => { tally.Value++; });
            Assert.That((await new CapsuleTrees<Tally>(provider.GetRequiredService<ICapsuleHost>()).ReadAsync("t")).Value, Is.EqualTo(run + 1));
        }

        Assert.That(File.Exists(folder.File("boards.db-wal")), Is.False, "the store was disposed of");
    }
}
