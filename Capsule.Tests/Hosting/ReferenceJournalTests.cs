using Capsule.Tests.Models;

namespace Capsule.Tests.Hosting;

/// <summary>References in what a store keeps: snapshots, and the turns since.</summary>
public sealed class ReferenceJournalTests
{
    private static readonly RootDefinition[] Roots = [new(ModelType.Of<Team>())];

    [Test]
    public async Task A_tree_that_is_loaded_again_refers_to_the_same([Values(1, 100)] int turnsPerSnapshot)
    {
        var store = new MemoryStore();
        await using var first = new InProcessHost(Roots, store, new InProcessHostOptions { TurnsPerSnapshot = turnsPerSnapshot });
        var teams = new LocalTrees<Team>(first);
        await teams.CreateAsync("t");
        await teams.UpdateAsync("t", static team =>
        {
            // The first comes before its targets in the export, and in the events.
            Assignment card = team.Assignments.Add(new Assignment());
            Person ben = team.People.Add(new Person { Name = "ben" });
            Person cleo = team.People.Add(new Person { Name = "cleo" });
            (team.Leader, card.Assignee, card.Watcher, card.Author) = (ben, ben, cleo, cleo);
            card.After = cleo.Own.Add(new Assignment());
        });
        await teams.UpdateAsync("t", static team =>
        {
            // What moves into something new is removed and added for those who follow.
            Assignment after = team.Assignments[0].After!;
            Person dora = new() { Name = "dora" };
            team.People[1].Own.Remove(after);
            dora.Own.Add(after);
            team.People.Insert(0, dora);
        });
        await teams.UpdateAsync("t", static team => { team.People.Remove(team.Leader!); });
        string before = await ExportAsync(first);

        await using var second = new InProcessHost(Roots, store);

        Assert.That(await ExportAsync(second), Is.EqualTo(before));
        await new LocalTrees<Team>(second).UpdateAsync("t", static team =>
        {
            Assignment card = team.Assignments[0];
            Assert.That((team.Leader, card.Assignee), Is.EqualTo(((Person?)null, (Person?)null)));
            Assert.That((card.Watcher, card.Author, card.After), Is.EqualTo((team.People[1], team.People[1], team.People[0].Own[0])));
            team.People.RemoveAt(1);
            team.People.RemoveAt(0);
        });
        Assignment left = (await new CapsuleTrees<Team>(second).ReadAsync("t")).Assignments[0];
        Assert.That((left.Assignee, left.Author, left.Watcher, left.After), Is.EqualTo(((Person?)null, (Person?)null, (Person?)null, (Assignment?)null)));
    }

    private static async Task<string> ExportAsync(InProcessHost host) => (await new CapsuleTrees<Team>(host).ReadAsync("t")).Xport(XportOptions.Everything);
}
