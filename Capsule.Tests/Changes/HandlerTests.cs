using Capsule.Tests.Models;

namespace Capsule.Tests.Changes;

public class HandlerTests
{
    private readonly List<string> _heard = [];
    private Folder _root = null!;
    private BatchText _published = null!;

    [SetUp]
    public void MakeTree()
    {
        _root = new Folder();
        _root.Folders.Add(new Folder { Title = "a" });
        _published = new BatchText(_root.Tree);
        _heard.Clear();
    }

    [Test]
    public void Each_attribute_is_told_then_the_model_once()
    {
        _root.Changed += change => _heard.Add($"changed {string.Join(',', change.Attributes.Select(attribute => attribute.Attribute))}");
        _root.On(nameof(Folder.Size), change => _heard.Add($"size {change.Previous}>{change.Value}"));
        _root.On(nameof(Folder.Title), change => _heard.Add($"title {change.Previous}>{change.Value}"));

        _root.Tree.Turn(() =>
        {
            _root.Size = 1;
            _root.Title = "x";
            _root.Size = 2;
            Assert.That(_heard, Is.Empty, "not before the turn's end");
        });

        Assert.That(_heard, Is.EqualTo(["title Untitled>x", "size 0>2", "changed Title,Size"]));
    }

    [Test]
    public void Handlers_are_told_inside_the_turn_and_published_after_it()
    {
        _root.Changed += _ => _heard.Add($"changed in turn {_root.Tree.InTurn}");
        _root.Tree.Published += batch => _heard.Add($"published {batch.Seq} in turn {_root.Tree.InTurn}");

        _root.Title = "x";

        Assert.That(_heard, Is.EqualTo(["changed in turn True", "published 1 in turn False"]));
    }

    [Test]
    public void What_is_as_it_was_is_not_told()
    {
        _root.Changed += _ => _heard.Add("changed");

        _root.Tree.Turn(() =>
        {
            _root.Title = "x";
            _root.Title = "Untitled";
        });

        Assert.That(_heard, Is.Empty);
    }

    [Test]
    public void What_handlers_change_is_told_in_turn_and_is_in_the_same_batch()
    {
        _root.On(nameof(Folder.Title), change => _root.Size = ((string)change.Value!).Length);
        _root.On(nameof(Folder.Size), change => _root.Folders[0].Title = $"size {change.Value}");
        _root.Folders[0].Changed += change => _heard.Add((string)change.Attributes.Single().Value!);
        _root.Changed += change => _heard.Add(string.Join(',', change.Attributes.Select(attribute => attribute.Attribute)));

        _root.Title = "four";

        Assert.That(_heard, Is.EqualTo(["Title", "Size", "size 4"]));
        Assert.That(
            _published.TakeOne(),
            Is.EqualTo($$$"""[{"event":"change","id":"{{{_root.Id}}}","data":{"title":"four","size":4}},{"event":"change","id":"{{{_root.Folders[0].Id}}}","data":{"title":"size 4"}}]"""));
    }

    [Test]
    public void A_handler_may_correct_what_it_was_told_of()
    {
        _root.On(nameof(Folder.Tags), change => _heard.Add($"{Text(change.Previous)}>{Text(change.Value)}"));
        _root.On(nameof(Folder.Tags), _ => _root.Tags = [.. _root.Tags.Order()]);

        _root.Tags = ["b", "a"];

        Assert.That(_heard, Is.EqualTo([">b,a", "b,a>a,b"]));

        static string Text(object? list) => string.Join(',', (IReadOnlyList<string>)list!);
    }

    [Test]
    public void A_handler_is_not_told_again_of_a_list_that_came_back_equal()
    {
        _root.On(nameof(Folder.Tags), _ => _heard.Add("tags"));
        _root.On(nameof(Folder.Tags), _ =>
        {
            _root.Tags = [];
            _root.Tags = ["a"];
        });

        _root.Tags = ["a"];

        Assert.That(_heard, Is.EqualTo(["tags"]));
    }

    [Test]
    public void A_handler_is_told_of_another_offset_and_of_a_negative_zero_that_another_handler_set()
    {
        var model = new Sampler();
        var noon = new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
        model.On(nameof(Sampler.At), change => _heard.Add($"{((DateTimeOffset)change.Value!).Hour}"));
        model.On(nameof(Sampler.At), _ => model.At = noon.ToOffset(TimeSpan.FromHours(1)));
        model.On(nameof(Sampler.Real), change => _heard.Add($"{double.IsNegative((double)change.Value!)}"));
        model.On(nameof(Sampler.Real), _ => model.Tree.Turn(() =>
        {
            model.Real = -0.0;
        }));

        model.At = noon;
        model.Tree.Turn(() => model.Real = 1);
        model.Real = 0.0;

        Assert.That(_heard, Is.EqualTo(["12", "13", "False", "True", "False", "True"]));
    }

    [Test]
    public void Handlers_that_answer_each_other_without_end_undo_the_turn()
    {
        _root.On(nameof(Folder.Size), _ => _root.Weight = (_root.Weight ?? 0) + 1);
        _root.On(nameof(Folder.Weight), _ => _root.Size++);

        Assert.That(() => _root.Size = 1, Throws.InvalidOperationException.With.Message.Contains("settles"));

        Assert.That((_root.Size, _root.Weight), Is.EqualTo((0, (double?)null)));
        Assert.That(_root.Tree.InTurn, Is.False);
        Assert.That(_published.Take(), Is.Empty);
        _root.Title = "goes on";
        Assert.That(_published.Take(), Has.Count.EqualTo(1));
    }

    [Test]
    public void A_handler_that_throws_undoes_the_turn_and_the_next_one_is_told_afresh()
    {
        bool throws = true;
        _root.Changed += change =>
        {
            _heard.Add($"{change.Attributes.Single().Previous}>{change.Attributes.Single().Value}");
            if (throws)
            {
                throw new InvalidOperationException("no");
            }
        };

        Assert.That(() => _root.Title = "x", Throws.InvalidOperationException);
        Assert.That(_root.Title, Is.EqualTo("Untitled"));
        throws = false;
        _root.Title = "x";

        Assert.That(_heard, Is.EqualTo(["Untitled>x", "Untitled>x"]));
    }

    [Test]
    public void Ending_a_subscription_ends_that_one_once()
    {
        Action<AttributeChanged> handler = _ => _heard.Add("told");
        IDisposable first = _root.On(nameof(Folder.Title), handler);
        using IDisposable second = _root.On(nameof(Folder.Title), handler);

        first.Dispose();
        first.Dispose();
        _root.Title = "x";

        Assert.That(_heard, Is.EqualTo(["told"]));
    }

    [Test]
    public void There_is_no_listening_to_what_is_no_attribute() =>
        Assert.That(() => _root.On("Nothing", _ => { }), Throws.ArgumentException.With.Message.Contains("Nothing"));

    [Test]
    public void A_new_model_is_heard_of_as_an_item_and_not_as_changed()
    {
        _root.Folders.Changed += change => _heard.Add($"{change.Kind} {change.Index}");

        _root.Tree.Turn(() =>
        {
            Folder added = _root.Folders.Add(new Folder());
            added.Changed += _ => _heard.Add("changed");
            added.Title = "in its first turn";
        });
        _root.Folders[1].Title = "later";

        Assert.That(_heard, Is.EqualTo(["Added 1", "changed"]));
    }

    [Test]
    public void Steps_of_structure_are_told_one_by_one()
    {
        _root.Folders.Changed += change => _heard.Add($"{change.Kind} {((Folder)change.Item).Title} {change.Index}");

        _root.Tree.Turn(() =>
        {
            _root.Folders.Add(new Folder { Title = "b" });
            _root.Folders.Move(_root.Folders[1], 0);
            _root.Folders.RemoveAt(1);
        });

        Assert.That(_heard, Is.EqualTo(["Added b 1", "Moved b 0", "Removed a 1"]));
    }

    [Test]
    public void A_move_to_another_collection_is_told_to_both()
    {
        Sheet sheet = _root.Sheets.Add(new Sheet());
        _root.Sheets.Changed += change => _heard.Add($"from: {change.Kind} {change.From?.Name}>{change.Collection.Name}");
        _root.Drafts.Changed += change => _heard.Add($"to: {change.Kind} {change.From?.Name}>{change.Collection.Name}");

        _root.Drafts.Move(sheet, 0);

        Assert.That(_heard, Is.EqualTo(["from: Moved sheets>drafts", "to: Moved sheets>drafts"]));
    }
}
