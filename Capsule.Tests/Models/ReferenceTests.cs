using Capsule.Tests.Changes;

namespace Capsule.Tests.Models;

/// <summary>References in C#: what may be referred to, and what becomes of it.</summary>
public class ReferenceTests
{
    private Team _team = null!;
    private Person _ben = null!;
    private Person _cleo = null!;
    private Assignment _card = null!;
    private BatchText _published = null!;

    [SetUp]
    public void MakeTeam()
    {
        _team = new Team();
        _ben = _team.People.Add(new Person { Name = "ben" });
        _cleo = _team.People.Add(new Person { Name = "cleo" });
        _card = _team.Assignments.Add(new Assignment { Title = "card" });
        _published = new BatchText(_team.Tree);
    }

    [Test]
    public void It_gives_the_instance_and_publishes_the_id()
    {
        _card.Assignee = _ben;

        Assert.That(_card.Assignee, Is.SameAs(_ben));
        Assert.That(_published.TakeOne(), Is.EqualTo($$$"""[{"event":"change","id":"{{{_card.Id}}}","data":{"assignee":"{{{_ben.Id}}}"}}]"""));
        Assert.That(_card.Xport(), Is.EqualTo($$$"""{"attrs":{"id":"{{{_card.Id}}}","title":"card","assignee":"{{{_ben.Id}}}","author":null,"after":null}}"""));

        _card.Assignee = _ben;
        Assert.That(_published.Take(), Is.Empty);
    }

    [Test]
    public void Handlers_get_instances()
    {
        var heard = new List<AttributeChanged>();
        _card.On(nameof(Assignment.Assignee), heard.Add);

        _card.Assignee = _ben;
        _card.Assignee = _cleo;
        _team.People.Remove(_cleo);

        Assert.That(heard.Select(change => (change.Previous, change.Value)), Is.EqualTo(new (object?, object?)[] { (null, _ben), (_ben, _cleo), (_cleo, null) }));
    }

    [Test]
    public void A_bound_user_interface_hears_of_it_and_of_its_loss()
    {
        var heard = new List<string?>();
        ((System.ComponentModel.INotifyPropertyChanged)_card).PropertyChanged += (_, change) => heard.Add(change.PropertyName);

        _card.Assignee = _ben;
        _team.People.Remove(_ben);

        Assert.That(heard, Is.EqualTo(new[] { "Assignee", "Assignee" }));
    }

    [Test]
    public void What_is_elsewhere_cannot_be_referred_to()
    {
        Person stranger = new();
        var other = new Team();
        Person foreign = other.People.Add(new Person());
        _ = other.Tree;

        Assert.That(() => _card.Assignee = stranger, Throws.InvalidOperationException.With.Message.Contains("'Assignee' of the assignment").And.Message.Contains("in no tree"));
        Assert.That(() => _card.Assignee = foreign, Throws.InvalidOperationException.With.Message.Contains("not in the same tree"));
        _team.People.Remove(_ben);
        Assert.That(() => _card.Assignee = _ben, Throws.InvalidOperationException);
        Assert.That(_card.Assignee, Is.Null);
    }

    [Test]
    public void When_the_target_goes_it_becomes_null_in_the_same_batch()
    {
        _team.Leader = _ben;
        _card.Assignee = _ben;
        _card.Watcher = _ben;
        _published.Take();

        _team.People.Remove(_ben);

        Assert.That((_team.Leader, _card.Assignee, _card.Watcher), Is.EqualTo(((Person?)null, (Person?)null, (Person?)null)));
        Assert.That(_published.TakeOne(), Is.EqualTo(
            $$$"""[{"event":"remove","id":"{{{_ben.Id}}}","collection":"{{{_team.People.Id}}}"},{"event":"change","id":"{{{_team.Id}}}","data":{"leader":null}},"""
            + $$$"""{"event":"change","id":"{{{_card.Id}}}","data":{"assignee":null}}]"""));
    }

    [Test]
    public void What_is_above_the_target_takes_it_along()
    {
        Assignment below = _ben.Own.Add(new Assignment());
        _card.After = below;
        below.After = _card;

        _team.People.Remove(_ben);

        Assert.That(_card.After, Is.Null);
        Assert.That(below.After, Is.SameAs(_card), "what went itself keeps what it refers to");
    }

    [Test]
    public void A_turn_that_fails_brings_it_back()
    {
        _card.Assignee = _ben;
        _published.Take();

        Assert.That(
            () => _team.Tree.Turn(() =>
            {
                _team.People.Remove(_ben);
                _card.Changed += _ => throw new NotSupportedException();
            }),
            Throws.TypeOf<NotSupportedException>());

        Assert.That(_card.Assignee, Is.SameAs(_ben));
        Assert.That(_published.Take(), Is.Empty);
        Assert.That(() => _team.People.Remove(_ben), Throws.TypeOf<NotSupportedException>(), "it is known where it was");
        Assert.That(_card.Assignee, Is.SameAs(_ben));
    }

    [Test]
    public void What_is_removed_and_put_back_in_one_turn_keeps_what_refers_to_it()
    {
        _card.Assignee = _ben;
        _published.Take();

        _team.Tree.Turn(() =>
        {
            _team.People.Remove(_ben);
            Assert.That(_card.Assignee, Is.SameAs(_ben), "until the turn ends");
            _team.Alumni.Add(_ben);
        });

        Assert.That(_card.Assignee, Is.SameAs(_ben));
        Assert.That(_published.TakeOne(), Does.Contain("\"move\"").And.Not.Contains("change"));
    }

    [Test]
    public void Moves_and_replacements_keep_it()
    {
        _card.Assignee = _ben;
        _team.Alumni.Move(_ben, 0);
        _team.People.ReplaceAll([_ben, _cleo]);
        Assert.That(_card.Assignee, Is.SameAs(_ben));

        _team.People.ReplaceAll([_cleo]);
        Assert.That(_card.Assignee, Is.Null);
    }

    [Test]
    public void A_child_that_is_replaced_is_gone()
    {
        _team.Guest = _ben.Tree.Turn(() => new Person());
        _team.Leader = _team.Guest;

        _team.Guest = new Person();

        Assert.That(_team.Leader, Is.Null);
    }

    [Test]
    public void Handlers_find_it_null_already_and_what_they_remove_goes_too()
    {
        _card.Assignee = _ben;
        _card.Author = _cleo;
        _team.People.Changed += change =>
        {
            Assert.That(_card.Assignee, Is.Null);
            if (change is { Kind: CollectionChangeKind.Removed } && _team.People.Contains(_cleo))
            {
                _team.People.Remove(_cleo);
            }
        };

        _team.People.Remove(_ben);

        Assert.That((_card.Assignee, _card.Author), Is.EqualTo(((Person?)null, (Person?)null)));
    }

    [Test]
    public void An_immutable_one_is_set_once_and_still_loses_its_target()
    {
        _card.Author = _ben;
        Assert.That(() => _card.Author = _cleo, Throws.InstanceOf<InvalidOperationException>().With.Message.Contains("[Immutable]"));
        Assert.That(() => _card.Author = null, Throws.InstanceOf<InvalidOperationException>());

        _team.People.Remove(_ben);

        Assert.That(_card.Author, Is.Null);
        _card.Author = _cleo;
        Assert.That(_card.Author, Is.SameAs(_cleo));
    }

    [Test]
    public void A_new_model_may_refer_to_anything_until_it_comes_into_the_tree()
    {
        var late = new Person();
        var card = new Assignment { Assignee = late };
        _team.Tree.Turn(() =>
        {
            _team.Assignments.Add(card);
            _team.People.Add(late);
        });
        Assert.That(card.Assignee, Is.SameAs(late));
        _published.Take();

        string before = _team.Xport();
        Assert.That(
            () => _team.Assignments.Add(new Assignment { Assignee = new Person() }),
            Throws.InvalidOperationException.With.Message.Contains("'Assignee'").And.Message.Contains("in no tree"));
        Assert.That(_team.Xport(), Is.EqualTo(before));
        Assert.That(_published.Take(), Is.Empty);
    }

    [Test]
    public void A_new_model_that_refers_to_what_the_same_turn_removed_refers_to_nothing()
    {
        var card = new Assignment { Assignee = _ben };
        _team.Tree.Turn(() =>
        {
            _team.People.Remove(_ben);
            _team.Assignments.Add(card);
        });

        Assert.That(card.Assignee, Is.Null);
    }

    [Test]
    public void A_removed_model_that_comes_back_needs_its_targets()
    {
        _card.Assignee = _ben;
        _team.Assignments.Remove(_card);
        Assert.That(_card.Assignee, Is.SameAs(_ben));

        _team.Assignments.Add(_card);
        _team.Assignments.Remove(_card);
        _team.People.Remove(_ben);

        Assert.That(() => _team.Assignments.Add(_card), Throws.InvalidOperationException);
        _card.Assignee = null;
        _team.Assignments.Add(_card);
    }

    [Test]
    public void A_model_that_listens_to_itself_is_still_being_made()
    {
        var card = new Assignment();
        card.Changed += _ => { };
        card.Assignee = _ben;

        _team.Assignments.Add(card);
        Assert.That(card.Assignee, Is.SameAs(_ben));
        _team.People.Remove(_ben);
        Assert.That(card.Assignee, Is.Null);
    }

    [Test]
    public void A_tree_that_begins_with_a_reference_to_elsewhere_says_so_in_its_first_turn()
    {
        var card = new Assignment { Assignee = _ben };

        Assert.That(() => card.Tree.Turn(() => card.Title = "new"), Throws.InvalidOperationException.With.Message.Contains("not in the same tree"));
        Assert.That(() => card.Title = "new", Throws.InvalidOperationException);
        card.Assignee = null;
        card.Title = "new";
    }

    [Test]
    public void A_method_that_refers_to_elsewhere_fails()
    {
        _card.GiveTo("ben");
        Assert.That(_card.Assignee, Is.SameAs(_ben));
        Assert.That(() => _card.GiveTo("nobody"), Throws.InvalidOperationException);
        Assert.That(_card.Assignee, Is.SameAs(_ben));
    }
}
