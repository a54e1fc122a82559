using Capsule.Tests.Models;

namespace Capsule.Tests.Changes;

public class PublishedTests
{
    private readonly List<string> _heard = [];
    private Folder _root = null!;

    [SetUp]
    public void MakeTree()
    {
        _root = new Folder();
        _heard.Clear();
    }

    [Test]
    [Promise(12)]
    public void Everybody_hears_the_batches_in_order_also_those_of_turns_that_handlers_start()
    {
        _root.Tree.Published += batch =>
        {
            _heard.Add($"first {batch.Seq}");
            if (batch.Seq == 1)
            {
                _root.Size = 1;
                _root.Size = 2;
            }
        };
        _root.Tree.Published += batch => _heard.Add($"second {batch.Seq}");

        _root.Title = "x";

        Assert.That(_heard, Is.EqualTo(["first 1", "second 1", "first 2", "second 2", "first 3", "second 3"]));
    }

    [Test]
    [Promise(12)]
    public void Numbers_go_on_when_nobody_listens()
    {
        _ = _root.Tree;
        _root.Size = 1;
        _root.Folders.Add(new Folder());
        _root.Tree.Published += batch => _heard.Add($"{batch.Seq}");

        _root.Size = 2;

        Assert.That(_heard, Is.EqualTo(["3"]));
    }

    [Test]
    public void A_handler_that_throws_tells_who_ran_the_turn_which_stands()
    {
        _root.Tree.Published += _ => throw new InvalidOperationException("outside");

        Assert.That(() => _root.Title = "x", Throws.InvalidOperationException.With.Message.EqualTo("outside"));

        Assert.That(_root.Title, Is.EqualTo("x"));
        Assert.That(_root.Tree.Seq, Is.EqualTo(1));
        Assert.That(_root.Tree.InTurn, Is.False);
    }

    [Test]
    public void A_handler_that_throws_does_not_make_a_refusal_of_what_was_done()
    {
        _root.Tree.Published += _ => throw new InvalidOperationException("outside");
        _root.Tree.Refused += _ => _heard.Add("refused");

        Assert.That(
            () => _root.SafeSet(CapsuleUser.Named("anna"), """{"title":"x"}"""),
            Throws.InvalidOperationException.With.Message.EqualTo("outside"));

        Assert.That(_root.Title, Is.EqualTo("x"));
        Assert.That(_heard, Is.Empty);
    }

    [Test]
    public void What_follows_a_handler_that_threw_is_published_with_the_next_turn()
    {
        _root.Tree.Published += batch =>
        {
            _heard.Add($"{batch.Seq}");
            if (batch.Seq == 1)
            {
                _root.Size = 1;
                throw new InvalidOperationException("outside");
            }
        };
        Assert.That(() => _root.Title = "x", Throws.InvalidOperationException);

        _root.Title = "y";

        Assert.That(_heard, Is.EqualTo(["1", "2", "3"]));
    }

    [Test]
    public void A_turn_gives_the_result_of_its_body() => Assert.That(_root.Tree.Turn(() => _root.Size = 5), Is.EqualTo(5));

    [Test]
    public void A_body_that_waits_is_no_turn()
    {
        Assert.That(
            () => _root.Tree.Turn(async () =>
            {
                _root.Title = "before waiting";
                await Task.Yield();
                _root.Title = "outside of any turn";
            }),
            Throws.InvalidOperationException.With.Message.Contains("synchronous"));

        Assert.That(_root.Tree.InTurn, Is.False);
    }
}
