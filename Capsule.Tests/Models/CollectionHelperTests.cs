using Capsule.Tests.Changes;

namespace Capsule.Tests.Models;

public sealed class CollectionHelperTests
{
    private Folder _root = null!;
    private Sheet[] _sheets = null!;

    [SetUp]
    public void MakeTree()
    {
        _root = new Folder();
        _sheets = [.. new[] { 1, 2, 1 }.Select(number => _root.Sheets.Add(new Sheet { Number = number, Text = $"{number}" }))];
    }

    [Test]
    public void Items_are_found_by_the_value_of_a_property()
    {
        Assert.That(_root.Sheets.FilterByProperty(sheet => sheet.Number, 1), Is.EqualTo(new[] { _sheets[0], _sheets[2] }));
        Assert.That(_root.Sheets.FilterByProperty(sheet => sheet.Number, 3), Is.Empty);
        Assert.That(_root.Sheets.FindByProperty(sheet => sheet.Text, "2"), Is.SameAs(_sheets[1]));
        Assert.That(_root.Sheets.FindByProperty(sheet => sheet.Text, null), Is.Null);
    }

    [Test]
    public void All_are_set_in_one_turn()
    {
        var published = new BatchText(_root.Tree);

        _root.Sheets.SetAll(sheet => sheet.Number = 1);

        Assert.That(_root.Sheets.Select(sheet => sheet.Number), Is.All.EqualTo(1));
        Assert.That(published.TakeOne(), Is.EqualTo($$$"""[{"event":"change","id":"{{{_sheets[1].Id}}}","data":{"number":1}}]"""));
    }

    [Test]
    public void None_is_set_if_it_throws_at_one()
    {
        Assert.That(() => _root.Sheets.SetAll(sheet => sheet.Number = sheet == _sheets[2] ? throw new InvalidOperationException("no") : 9), Throws.InvalidOperationException);

        Assert.That(_root.Sheets.Select(sheet => sheet.Number), Is.EqualTo(new[] { 1, 2, 1 }));
    }

    [Test]
    public void What_is_done_to_the_items_may_be_to_remove_them()
    {
        _root.Sheets.SetAll(sheet => _root.Sheets.Remove(sheet));

        Assert.That(_root.Sheets, Is.Empty);
    }
}
