using System.ComponentModel;

namespace Capsule.Tests.Computed;

/// <summary>Who listens to a computed value hears of it when a turn has changed what it is computed from, and it is another.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class ComputedEventTests
{
    private readonly Binder _binder = new() { Title = "Binder", Limit = 2 };
    private readonly Folio _folio = new() { A = 8, Text = "text" };
    private readonly List<string> _heard = [];

    [SetUp]
    public void Fill() => _binder.Folios.Add(_folio);

    [Test]
    public void It_is_told_inside_the_turn_with_both_values()
    {
        _folio.On(nameof(Folio.IsStuck), change => _heard.Add($"{change.Attribute} {change.Previous}>{change.Value} {_binder.Tree.InTurn}"));

        _folio.A = 9;
        _folio.A = 1;
        _folio.A = 10;

        Assert.That(_heard, Is.EqualTo(["IsStuck True>False True", "IsStuck False>True True"]));
    }

    [Test]
    public void It_is_told_once_a_turn()
    {
        _folio.On(nameof(Folio.AddInt), change => _heard.Add($"{change.Previous}>{change.Value}"));

        _binder.Tree.Turn(() =>
        {
            _folio.A = 1;
            _folio.B = 2;
        });
        _binder.Tree.Turn(() =>
        {
            _folio.A = 2;
            _folio.B = 1;
        });

        Assert.That(_heard, Is.EqualTo(["8>3"]));
    }

    [Test]
    public void Structure_and_items_below_count()
    {
        _folio.On(nameof(Folio.CountSum), change => _heard.Add($"{change.Value}"));

        Line line = _folio.Lines.Add(new Line { Count = 3 });
        line.Count = 4;
        line.Text = "x";
        _folio.Lines.Remove(line);

        Assert.That(_heard, Is.EqualTo(["3", "4", "0"]));
    }

    [Test]
    public void What_other_computed_values_are_computed_from_counts()
    {
        Line line = _folio.Lines.Add(new Line { Count = 3, Price = 1m });
        _folio.On(nameof(Folio.TotalOfTotals), change => _heard.Add($"{change.Value}"));

        line.Price = 2m;

        Assert.That(_heard, Is.EqualTo(["6"]));
    }

    [Test]
    public void What_is_above_counts_and_where_the_model_is()
    {
        _folio.On(nameof(Folio.BinderTitle), change => _heard.Add($"{change.Value}"));
        _folio.On(nameof(Folio.IsFirstFolio), change => _heard.Add($"first {change.Value}"));

        _binder.Title = "Other";
        _binder.Folios.Insert(0, new Folio());
        _binder.Folios.Move(_folio, 0);

        Assert.That(_heard, Is.EqualTo(["Other", "first False", "first True"]));
    }

    [Test]
    public void A_child_that_is_replaced_counts()
    {
        _folio.On(nameof(Folio.BackTitle), change => _heard.Add($"{change.Previous}>{change.Value}"));

        _folio.Back = new Jacket { Title = "back" };
        _folio.Back.Title = "rear";
        _folio.Back = null;

        Assert.That(_heard, Is.EqualTo([">back", "back>rear", "rear>"]));
    }

    [Test]
    public void What_handlers_change_is_told_in_the_same_turn()
    {
        _folio.On(nameof(Folio.AddInt), change => _folio.L = (int)change.Value!);
        _folio.On(nameof(Folio.AddLong), change => _heard.Add($"{change.Value}"));

        _folio.B = 2;

        Assert.That(_heard, Is.EqualTo(["10"]));
    }

    [Test]
    public void A_turn_that_is_undone_leaves_it_as_it_was()
    {
        _folio.On(nameof(Folio.AddInt), change => _heard.Add($"{change.Previous}>{change.Value}"));
        IDisposable refusing = _folio.On(nameof(Folio.AddInt), _ => throw new InvalidOperationException("no"));

        Assert.That(() => _folio.A = 1, Throws.InvalidOperationException);
        refusing.Dispose();
        _folio.A = 2;

        Assert.That(_heard, Is.EqualTo(["8>1", "8>2"]));
    }

    [Test]
    public void Where_the_expression_fails_it_counts_as_null()
    {
        _folio.B = 2;
        _folio.On(nameof(Folio.DivideInt), change => _heard.Add($"{change.Previous}>{change.Value}"));

        _folio.B = 0;
        _folio.B = 4;

        Assert.That(_heard, Is.EqualTo(["4>", ">2"]));
    }

    [Test]
    public void A_silent_turn_tells_nothing_and_is_not_made_up_for()
    {
        _folio.On(nameof(Folio.AddInt), change => _heard.Add($"{change.Previous}>{change.Value}"));

        _binder.Tree.Turn(() => _folio.A = 1, silent: true);
        _folio.B = 1;

        Assert.That(_heard, Is.EqualTo(["1>2"]));
    }

    [Test]
    public void Who_stops_listening_hears_nothing()
    {
        _folio.On(nameof(Folio.AddInt), _ => _heard.Add("told")).Dispose();

        _folio.A = 1;

        Assert.That(_heard, Is.Empty);
    }

    [Test]
    public void A_bound_user_interface_is_told_when_the_turn_stands()
    {
        ((INotifyPropertyChanged)_folio).PropertyChanged += (_, change) => _heard.Add($"{change.PropertyName} {_binder.Tree.InTurn}");

        _folio.A = 1;

        Assert.That(_heard, Does.Contain("A False").And.Contain("AddInt False").And.Contain("IsStuck False").And.Not.Contain("AddLong False"));
    }

    [Test]
    public void It_is_told_in_the_tree_that_the_model_comes_to()
    {
        _folio.On(nameof(Folio.AddInt), change => _heard.Add($"{change.Value}"));
        _binder.Folios.Remove(_folio);
        var other = new Binder();
        Assert.That(other.Tree, Is.Not.SameAs(_binder.Tree));
        other.Folios.Add(_folio);

        _folio.A = 1;

        Assert.That(_heard, Is.EqualTo(["1"]));
    }

    [Test]
    public void A_property_that_is_neither_is_refused() =>
        Assert.That(() => _folio.On("Nothing", _ => { }), Throws.ArgumentException.With.Message.StartsWith("Folio has no attribute Nothing."));
}
