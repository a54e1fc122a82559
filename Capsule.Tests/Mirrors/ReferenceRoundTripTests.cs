using System.Text;
using System.Text.Json;
using Capsule.Protocol;
using Capsule.Tests.Models;

namespace Capsule.Tests.Mirrors;

/// <summary>References go from C# to the mirror, where they are instances, and back.</summary>
public sealed class ReferenceRoundTripTests
{
    [Test]
    public void Each_refers_to_the_same_on_the_other_side()
    {
        List<Team> teams = [.. Enumerable.Range(1, 40).Select(seed => RandomTeam(new Random(seed)))];

        string[][] answers = MirrorProcess.Ask<string[][]>(
            "Mirrors/references.mjs", [typeof(Team), typeof(Person), typeof(Assignment)], teams.Select(team => team.Xport()));

        foreach ((Team team, string[] answer) in teams.Zip(answers))
        {
            var copy = new Team();
            Assert.That(copy.Mport(answer[0]).Unknown, Is.Empty);
            Assert.That(copy.Xport(), Is.EqualTo(team.Xport()), "as the mirror exports it");
            Assert.That(JsonSerializer.Deserialize<string?[]>(answer[1]), Is.EqualTo(Assignments(team).Select(one => one.Assignee?.Name)), "as instances");

            List<Assignment> others = [.. Assignments(copy)];
            others.ForEach(one => (one.Assignee, one.After) = (null, null));
            Op[] ops = [.. answer[2..].Select(op => OpJson.Read(Encoding.UTF8.GetBytes(op)))];
            Assert.That(ops, Has.Length.EqualTo(others.Count));
            Assert.That(copy.Tree.SafeApply(CapsuleUser.Named("anna"), ops).Error?.Message, Is.Null);
            Assert.That(copy.Xport(), Is.EqualTo(team.Xport()), "as the mirror sets it");
        }
    }

    private static Team RandomTeam(Random random)
    {
        var team = new Team();
        for (int count = random.Next(1, 5); count > 0; count--)
        {
            Person person = (random.Next(2) == 0 ? team.People : team.Alumni).Add(new Person { Name = $"person {count}" });
            for (int own = random.Next(3); own > 0; own--)
            {
                person.Own.Add(new Assignment());
            }
        }

        for (int count = random.Next(5); count > 0; count--)
        {
            team.Assignments.Add(new Assignment());
        }

        Person[] people = [.. team.People, .. team.Alumni];
        Assignment[] assignments = [.. Assignments(team)];
        foreach (Assignment assignment in assignments)
        {
            assignment.Assignee = random.Next(4) == 0 ? null : people[random.Next(people.Length)];
            assignment.After = random.Next(4) == 0 ? null : assignments[random.Next(assignments.Length)];
        }

        return team;
    }

    private static IEnumerable<Assignment> Assignments(Team team) =>
        [.. team.Assignments, .. team.People.SelectMany(person => person.Own), .. team.Alumni.SelectMany(person => person.Own)];
}
