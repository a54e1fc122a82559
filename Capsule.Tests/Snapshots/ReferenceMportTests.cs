using System.Text.Json;
using Capsule.Protocol;
using Capsule.Tests.Changes;
using Capsule.Tests.Models;
using Capsule.Tests.Protocol;

namespace Capsule.Tests.Snapshots;

/// <summary>References in exports, imports and the events of other copies.</summary>
public class ReferenceMportTests
{
    private Team _team = null!;
    private Person _ben = null!;
    private Assignment _card = null!;

    [SetUp]
    public void MakeTeam()
    {
        _team = new Team();
        _ben = _team.People.Add(new Person { Name = "ben" });
        _card = _team.Assignments.Add(new Assignment { Title = "card", Assignee = _ben, Author = _ben, Watcher = _ben });
        _card.After = _team.Assignments.Add(new Assignment { Title = "after" });
        _team.Leader = _ben;
    }

    [Test]
    public void A_copy_refers_to_its_own([Values] bool replace)
    {
        var copy = new Team();
        MportResult result = copy.Mport(_team.Xport(XportOptions.Everything), new MportOptions { Replace = replace });

        Assert.That((result.Ignored.Count, result.Unknown.Count), Is.EqualTo((0, 0)));
        Assert.That(copy.Xport(XportOptions.Everything), Is.EqualTo(_team.Xport(XportOptions.Everything)));
        Assert.That(copy.Leader, Is.SameAs(copy.People[0]));
        Assert.That((copy.Assignments[0].Assignee, copy.Assignments[0].After), Is.EqualTo((copy.People[0], copy.Assignments[1])));
    }

    [Test]
    public void It_looks_on_the_wire_as_the_example_says()
    {
        string example = System.Text.Encoding.UTF8.GetString(ProtocolExamples.Message("xport/references"));
        var team = new Team();
        Assert.That(team.Mport(example).Unknown, Is.Empty);
        Assert.That(team.Xport(), Is.EqualTo(example));

        var published = new BatchText(team.Tree);
        team.People.RemoveAt(0);
        string batch = System.Text.Encoding.UTF8.GetString(ProtocolExamples.Message("batch/target-removed"));
        Assert.That(batch, Does.Contain(published.TakeOne()));
    }

    [Test]
    public void A_part_in_another_tree_refers_to_nothing_and_says_so()
    {
        var alone = new Assignment();
        MportResult result = alone.Mport(_card.Xport());

        Assert.That((alone.Assignee, alone.Author, alone.After), Is.EqualTo(((Person?)null, (Person?)null, (Assignment?)null)));
        Assert.That(result.Unknown, Is.EqualTo(new UnknownReference[]
        {
            new(_card.Id, "assignee", _ben.Id), new(_card.Id, "author", _ben.Id), new(_card.Id, "after", _team.Assignments[1].Id),
        }));
        Assert.That(JsonSerializer.Deserialize<Assignment>(JsonSerializer.Serialize(_card))!.Title, Is.EqualTo("card"));
    }

    [Test]
    public void A_merge_points_where_the_data_say_and_at_nothing_where_that_is_unknown()
    {
        Person cleo = _team.People.Add(new Person());
        _card.Mport($$$"""{"attrs":{"assignee":"{{{cleo.Id}}}"}}""");
        Assert.That(_card.Assignee, Is.SameAs(cleo));

        Assert.That(_card.Mport($$$"""{"attrs":{"assignee":"{{{ModelId.New()}}}"}}""").Unknown, Has.Count.EqualTo(1));
        Assert.That(_card.Assignee, Is.Null);

        _card.Mport($$$"""{"attrs":{"assignee":"{{{cleo.Id}}}"}}""");
        _card.Mport("""{"attrs":{"assignee":null}}""");
        Assert.That(_card.Assignee, Is.Null);
    }

    [Test]
    public void An_import_that_takes_the_target_away_takes_the_reference_too()
    {
        const string data = """{"collections":{"people":{"models":[]}}}""";
        _team.Mport(data, new MportOptions { Replace = true });
        Assert.That((_team.Leader, _card.Assignee), Is.EqualTo(((Person?)null, (Person?)null)));
    }

    [Test]
    public void An_import_can_refer_to_what_it_adds_and_to_what_it_moves()
    {
        var fresh = ModelId.New();
        _team.Mport(
            $$$$"""{"attrs":{"leader":"{{{{fresh}}}}"},"collections":{"people":{"models":[]},"alumni":{"models":[{"attrs":{"id":"{{{{_ben.Id}}}}"}},{"attrs":{"id":"{{{{fresh}}}}"}}]}}}""",
            new MportOptions { Replace = true });

        Assert.That(_team.Leader, Is.SameAs(_team.Alumni[1]));
        Assert.That(_card.Assignee, Is.SameAs(_ben));
    }

    [Test]
    public void Data_that_refer_to_another_class_change_nothing()
    {
        string before = _team.Xport(XportOptions.Everything);
        foreach (string id in (string[])[$"\"{_card.Id}\"", $"\"{_team.People.Id}\"", "7"])
        {
            Assert.That(
                () => _team.Mport($$$"""{"attrs":{"leader":{{{id}}}}}"""),
                Throws.TypeOf<CapsuleException>().With.Property(nameof(CapsuleException.Code)).EqualTo(ErrorCode.Invalid)
                    .And.Property(nameof(CapsuleException.Attribute)).EqualTo("leader"));
            Assert.That(_team.Xport(XportOptions.Everything), Is.EqualTo(before));
        }
    }

    [Test]
    public void An_import_that_would_change_an_immutable_one_is_refused()
    {
        _ = _team.Tree;
        _card.Title = "settled";
        Person cleo = _team.People.Add(new Person());

        Assert.That(
            () => _card.Mport($$$"""{"attrs":{"author":"{{{cleo.Id}}}"}}"""),
            Throws.TypeOf<CapsuleException>().With.Property(nameof(CapsuleException.Attribute)).EqualTo("author"));
        _card.Mport($$$"""{"attrs":{"author":"{{{_ben.Id}}}"}}""");
    }

    [Test]
    public void The_last_one_that_the_data_name_counts()
    {
        _card.Mport($$$"""{"attrs":{"assignee":"{{{_ben.Id}}}","assignee":null}}""");
        Assert.That(_card.Assignee, Is.Null);
    }

    [Test]
    public void Another_copy_follows_though_targets_come_after_what_refers_to_them()
    {
        var copy = new Team();
        copy.Mport(_team.Xport());
        var published = new BatchText(_team.Tree);
        _team.Tree.Turn(() =>
        {
            Assignment card = _team.Assignments.Insert(0, new Assignment());
            Person dora = _team.People.Add(new Person());
            card.Assignee = dora;
            _team.Leader = dora;
            _team.People.Remove(_ben);
        });

        copy.Tree.Apply(EventJson.ReadList(System.Text.Encoding.UTF8.GetBytes(published.TakeOne())));

        Assert.That(copy.Xport(), Is.EqualTo(_team.Xport()));
        Assert.That(copy.Assignments[0].Assignee, Is.SameAs(copy.People[0]));
    }

    [Test]
    public void Another_copy_keeps_what_refers_to_a_target_that_is_now_in_something_new()
    {
        Assignment target = _card.After!;
        var copy = new Team();
        copy.Mport(_team.Xport());
        Assignment seen = copy.Assignments[0];
        var published = new BatchText(_team.Tree);
        var told = new BatchText(copy.Tree);
        _team.Tree.Turn(() =>
        {
            _team.Assignments.Remove(target);
            _team.People.Add(new Person()).Own.Add(target);
        });
        string batch = published.TakeOne();
        Assert.That(batch, Does.Not.Contain("change"));

        copy.Tree.Apply(EventJson.ReadList(System.Text.Encoding.UTF8.GetBytes(batch)));

        Assert.That(seen.After, Is.SameAs(copy.People[1].Own[0]));
        Assert.That(told.TakeOne(), Does.Not.Contain("change"));
        copy.People.Remove(copy.People[1]);
        Assert.That(seen.After, Is.Null);
    }

    [Test]
    public void Events_that_refer_to_what_is_not_here_do_not_fit()
    {
        string before = _team.Xport();
        foreach (ModelId id in (ModelId[])[ModelId.New(), _card.Id])
        {
            Assert.That(
                () => _team.Tree.Apply([new ChangeEvent(_team.Id, RawJson.Parse($$"""{"leader":"{{id}}"}"""))]),
                Throws.TypeOf<CapsuleException>().With.Property(nameof(CapsuleException.Code)).EqualTo(ErrorCode.Invalid));
            Assert.That(_team.Xport(), Is.EqualTo(before));
        }
    }
}
