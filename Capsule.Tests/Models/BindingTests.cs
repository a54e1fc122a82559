using System.Collections.Specialized;
using System.ComponentModel;

namespace Capsule.Tests.Models;

/// <summary>What a .NET user interface hears that is bound to models and collections.</summary>
public class BindingTests
{
    private readonly List<string> _heard = [];
    private Folder _root = null!;

    [SetUp]
    public void MakeTree()
    {
        _root = new Folder();
        _root.Sheets.Add(new Sheet { Number = 1 });
        _root.Sheets.Add(new Sheet { Number = 2 });
        _heard.Clear();
    }

    [Test]
    public void A_model_tells_each_attribute_that_differs_when_the_turn_stands()
    {
        Bind(_root);

        _root.Tree.Turn(() =>
        {
            _root.Title = "x";
            _root.Title = "y";
            _root.Size = 1;
            _root.Size = 0;
            Assert.That(_heard, Is.Empty, "not inside the turn");
        });

        Assert.That(_heard, Is.EqualTo(["Title"]));
    }

    [Test]
    public void A_model_that_stands_alone_can_be_bound()
    {
        var sheet = new Sheet();
        Bind(sheet);

        sheet.Number = 7;

        Assert.That(_heard, Is.EqualTo(["Number"]));
    }

    [Test]
    public void What_is_bound_before_it_comes_into_the_tree_tells_that_all_of_it_may_be_new()
    {
        var sheet = new Sheet();
        Bind(sheet);

        _root.Tree.Turn(() =>
        {
            _root.Sheets.Add(sheet);
            sheet.Number = 7;
        });
        sheet.Number = 8;

        Assert.That(_heard, Is.EqualTo(["(all)", "Number"]));
    }

    [Test]
    public void A_collection_tells_the_one_step_of_a_turn()
    {
        Bind(_root.Sheets);
        Bind(_root.Drafts);
        Sheet first = _root.Sheets[0];

        _root.Sheets.Insert(1, new Sheet { Number = 3 });
        _root.Sheets.Move(first, 2);
        _root.Drafts.Move(first, 0);
        _root.Drafts.Remove(first);

        Assert.That(_heard, Is.EqualTo(
        [
            "sheets Count", "sheets Item[]", "sheets Add 3 -1>1",
            "sheets Item[]", "sheets Move 1 0>2",
            "sheets Count", "sheets Item[]", "sheets Remove 1 2>-1", "drafts Count", "drafts Item[]", "drafts Add 1 -1>0",
            "drafts Count", "drafts Item[]", "drafts Remove 1 0>-1",
        ]));
    }

    [Test]
    public void A_collection_that_several_steps_changed_tells_that_it_is_another_one()
    {
        Bind(_root.Sheets);

        _root.Tree.Turn(() =>
        {
            _root.Sheets.RemoveAt(0);
            _root.Sheets.Add(new Sheet());
        });

        Assert.That(_heard, Is.EqualTo(["sheets Count", "sheets Item[]", "sheets Reset"]));
    }

    [Test]
    public void A_turn_that_is_undone_or_silent_tells_nothing()
    {
        Bind(_root);
        Bind(_root.Sheets);

        Assert.That(() => _root.Tree.Turn(() =>
        {
            _root.Title = "x";
            _root.Sheets.RemoveAt(0);
            throw new InvalidOperationException("no");
        }), Throws.InvalidOperationException);
        _root.Tree.Turn(() => _root.Title = "y", silent: true);

        Assert.That(_heard, Is.Empty);
    }

    [Test]
    public void What_a_handler_changes_is_told_after_what_it_heard()
    {
        ((INotifyPropertyChanged)_root).PropertyChanged += (_, change) =>
        {
            if (change.PropertyName == nameof(Folder.Title))
            {
                _root.Sheets.RemoveAt(0);
                _heard.Add("handler is done");
            }
        };
        Bind(_root);
        Bind(_root.Sheets);

        _root.Title = "x";

        Assert.That(_heard, Is.EqualTo(["handler is done", "Title", "sheets Count", "sheets Item[]", "sheets Remove 1 0>-1"]));
    }

    [Test]
    public void What_comes_from_elsewhere_is_told_too()
    {
        var copy = new Folder();
        copy.Mport(_root.Xport());
        Bind(copy);
        Bind(copy.Sheets);
        _root.Tree.Published += batch => copy.Tree.Apply(batch.Events);

        _root.Title = "x";
        _root.Sheets.RemoveAt(1);
        copy.Mport(_root.Xport().Replace("\"x\"", "\"z\""));

        Assert.That(_heard, Is.EqualTo(["Title", "sheets Count", "sheets Item[]", "sheets Remove 2 1>-1", "Title"]));
    }

    [Test]
    public void Who_stops_listening_hears_nothing_more()
    {
        int heard = 0;
        void Hear(object? sender, PropertyChangedEventArgs change) => heard++;
        ((INotifyPropertyChanged)_root).PropertyChanged += Hear;
        _root.Title = "x";
        ((INotifyPropertyChanged)_root).PropertyChanged -= Hear;
        _root.Title = "y";

        Assert.That(heard, Is.EqualTo(1));
    }

    private void Bind(CapsuleModel model) =>
        ((INotifyPropertyChanged)model).PropertyChanged += (sender, change) =>
        {
            Assert.That(sender, Is.SameAs(model));
            _heard.Add(change.PropertyName ?? "(all)");
        };

    private void Bind(ModelCollection<Sheet> collection)
    {
        ((INotifyPropertyChanged)collection).PropertyChanged += (_, change) => _heard.Add($"{collection.Name} {change.PropertyName}");
        ((INotifyCollectionChanged)collection).CollectionChanged += (_, change) => _heard.Add(change.Action == NotifyCollectionChangedAction.Reset
            ? $"{collection.Name} Reset"
            : $"{collection.Name} {change.Action} {((Sheet)(change.NewItems ?? change.OldItems)![0]!).Number} {change.OldStartingIndex}>{change.NewStartingIndex}");
    }
}
