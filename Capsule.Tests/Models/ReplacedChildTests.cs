using System.ComponentModel;
using Capsule.Protocol;
using Capsule.Tests.Changes;

namespace Capsule.Tests.Models;

public sealed class ReplacedChildTests
{
    private static readonly CapsuleUser Anna = CapsuleUser.Named("anna");

    private Folder _root = null!;
    private BatchText _published = null!;

    [SetUp]
    public void MakeTree()
    {
        _root = new Folder();
        _published = new BatchText(_root.Tree);
    }

    [Test]
    public void A_nullable_child_starts_as_null_and_others_as_a_new_one()
    {
        Assert.That(_root.Inner, Is.Null);
        Assert.That(_root.Back.Color, Is.EqualTo("grey"));
        Assert.That(_root.Xport(), Does.Not.Contain("inner").And.Contain("\"back\""));
    }

    [Test]
    public void A_child_that_is_set_is_in_the_tree_with_all_below_it()
    {
        var inner = new Folder { Title = "inner" };
        Sheet sheet = inner.Sheets.Add(new Sheet());

        _root.Inner = inner;

        Assert.That((inner.Parent, inner.Collection, inner.Tree), Is.EqualTo((_root, (ModelCollection?)null, _root.Tree)));
        Assert.That(_root.Tree.Find<Sheet>(sheet.Id), Is.SameAs(sheet));
        Assert.That(_published.TakeOne(), Is.EqualTo($$"""[{"event":"child","id":"{{_root.Id}}","name":"inner","data":{{inner.Xport()}}}]"""));
    }

    [Test]
    public void A_child_that_is_replaced_is_gone_in_one_event()
    {
        var former = new Folder();
        _root.Inner = former;
        _published.Take();

        _root.Inner = new Folder { Title = "next" };

        Assert.That(_root.Tree.Find<Folder>(former.Id), Is.Null);
        Assert.That((former.Parent, former.Tree == _root.Tree), Is.EqualTo(((CapsuleModel?)null, false)));
        Assert.That(_published.TakeOne(), Is.EqualTo($$"""[{"event":"child","id":"{{_root.Id}}","name":"inner","data":{{_root.Inner.Xport()}}}]"""));

        _root.Inner = null;
        Assert.That(_published.TakeOne(), Is.EqualTo($$"""[{"event":"child","id":"{{_root.Id}}","name":"inner","data":null}]"""));
    }

    [Test]
    public void What_comes_to_nothing_is_not_told()
    {
        var inner = new Folder();
        _root.Inner = inner;
        _published.Take();

        _root.Tree.Turn(() =>
        {
            _root.Inner = null;
            _root.Inner = new Folder();
            _root.Inner = inner;
        });

        Assert.That(_published.Take(), Is.Empty);
        Assert.That(_root.Tree.Find<Folder>(inner.Id), Is.SameAs(inner));
    }

    [Test]
    public void A_turn_that_throws_puts_it_back()
    {
        var inner = new Folder();
        _root.Inner = inner;
        string before = FolderTree.Everything(_root);

        Assert.That(() => _root.Tree.Turn(() =>
        {
            inner.Title = "x";
            _root.Inner = new Folder();
            _root.Back = new Cover { Color = "red" };
            throw new InvalidOperationException("no");
        }), Throws.InvalidOperationException);

        Assert.That(FolderTree.Everything(_root), Is.EqualTo(before));
        Assert.That(_root.Inner, Is.SameAs(inner));
        FolderTree.CheckConsistency(_root);
    }

    [Test]
    public void What_is_elsewhere_cannot_be_a_child_too()
    {
        Folder item = _root.Folders.Add(new Folder());
        _root.Inner = new Folder();

        Assert.That(() => _root.Inner = item, Throws.InvalidOperationException.With.Message.Contains("already"));
        Assert.That(() => _root.Folders.Add(_root.Inner!), Throws.InvalidOperationException.With.Message.Contains("already"));
        Assert.That(() => item.Inner = _root, Throws.InvalidOperationException.With.Message.Contains("below itself"));
        Assert.That(() => _root.Folders.Move(_root.Inner!, 0), Throws.ArgumentException);
        Assert.That(() => _root.Back = null!, Throws.ArgumentNullException);
        Assert.That(() => _root.Tree.Turn(() =>
        {
            _root.Folders.Remove(item);
            _root.Inner = item;
        }), Throws.InvalidOperationException.With.Message.Contains("in a turn of its own"));
        FolderTree.CheckConsistency(_root);
    }

    [Test]
    public void An_item_becomes_a_child_in_two_turns()
    {
        Folder item = _root.Folders.Add(new Folder());
        _root.Folders.Remove(item);

        _root.Inner = item;

        Assert.That(_root.Tree.Find<Folder>(item.Id), Is.SameAs(item));
    }

    [Test]
    public void An_import_changes_the_child_with_the_same_id_and_replaces_another()
    {
        _root.Inner = new Folder { Title = "one" };
        Folder inner = _root.Inner;
        string same = _root.Xport().Replace("one", "two", StringComparison.Ordinal);
        string other = same.Replace(inner.Id.ToString(), ModelId.New().ToString(), StringComparison.Ordinal)
            .Replace(inner.Folders.Id.ToString(), ModelId.New().ToString(), StringComparison.Ordinal)
            .Replace(inner.Sheets.Id.ToString(), ModelId.New().ToString(), StringComparison.Ordinal)
            .Replace(inner.Drafts.Id.ToString(), ModelId.New().ToString(), StringComparison.Ordinal)
            .Replace(inner.Cover.Id.ToString(), ModelId.New().ToString(), StringComparison.Ordinal)
            .Replace(inner.Back.Id.ToString(), ModelId.New().ToString(), StringComparison.Ordinal);

        _root.Mport(same);
        Assert.That((_root.Inner, inner.Title), Is.EqualTo((inner, "two")));

        _root.Mport(other);
        Assert.That(_root.Inner, Is.Not.SameAs(inner));
        Assert.That(_root.Xport(), Is.EqualTo(other));
    }

    [Test]
    public void An_import_leaves_a_child_that_it_does_not_have_unless_it_replaces()
    {
        string without = _root.Xport();
        _root.Inner = new Folder();

        _root.Mport(without);
        Assert.That(_root.Inner, Is.Not.Null);

        _root.Mport(without, new MportOptions { Replace = true });
        Assert.That(_root.Inner, Is.Null);

        _root.Inner = new Folder();
        _root.Mport("""{"attrs":{},"models":{"inner":null}}""");
        Assert.That(_root.Inner, Is.Null);
        Assert.That(() => _root.Mport("""{"attrs":{},"models":{"back":null}}"""), Throws.TypeOf<CapsuleException>().With.Message.Contains("must be an object"));
    }

    [Test]
    public void A_client_gives_a_child_with_what_it_adds_if_it_may()
    {
        Verdict verdict = _root.Folders.SafeAdd(Anna, """{"attrs":{"title":"a"},"models":{"inner":{"attrs":{"title":"b"},"collections":{"sheets":{"models":[{"text":"c"}]}}}}}""");

        Assert.That(verdict.Error?.Message, Is.Null);
        Assert.That(_root.Folders[0].Inner!.Sheets[0].Text, Is.EqualTo("c"));
        Assert.That(_root.Folders[0].Inner!.SafeDelete(Anna).Error!.Code, Is.EqualTo(ErrorCode.Invalid));
        Assert.That(_root.Folders[0].Inner!.SafeSet(Anna, """{"title":"d"}""").IsApplied);
    }

    [Test]
    public void A_bound_parent_tells_that_its_child_is_another()
    {
        var heard = new List<string?>();
        ((INotifyPropertyChanged)_root).PropertyChanged += (_, change) => heard.Add(change.PropertyName);

        _root.Inner = new Folder();
        _root.Inner.Title = "not told here";
        _root.Back = new Cover();

        Assert.That(heard, Is.EqualTo(["Inner", "Back"]));
    }
}
