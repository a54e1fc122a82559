using Capsule.Protocol;
using Capsule.Tests.Changes;

namespace Capsule.Tests.Models;

public sealed class RadioTests
{
    private Folder _root = null!;
    private Sheet _first = null!;
    private Sheet _second = null!;
    private BatchText _published = null!;

    [SetUp]
    public void MakeTree()
    {
        _root = new Folder();
        _first = _root.Sheets.Add(new Sheet { Top = true });
        _second = _root.Sheets.Add(new Sheet());
        _published = new BatchText(_root.Tree);
    }

    [Test]
    public void The_one_that_is_set_wins_and_both_changes_are_in_one_batch()
    {
        _second.Top = true;

        Assert.That((_first.Top, _second.Top), Is.EqualTo((false, true)));
        Assert.That(_published.TakeOne(), Is.EqualTo(
            $$$"""[{"event":"change","id":"{{{_second.Id}}}","data":{"top":true}},{"event":"change","id":"{{{_first.Id}}}","data":{"top":false}}]"""));
    }

    [Test]
    public void None_may_have_it()
    {
        _first.Top = false;

        Assert.That(_root.Sheets.Any(sheet => sheet.Top), Is.False);
    }

    [Test]
    public void One_that_is_added_yields_to_the_present_one()
    {
        Sheet added = _root.Sheets.Add(new Sheet { Top = true });

        Assert.That((_first.Top, added.Top), Is.EqualTo((true, false)));
        Assert.That(_published.TakeOne(), Does.Contain("\"add\"").And.Not.Contain("change").And.Contain("\"top\":false"));
    }

    [Test]
    public void One_that_is_added_keeps_it_where_nobody_has_it() => Assert.That(_root.Drafts.Add(new Sheet { Top = true }).Top);

    [Test]
    public void One_that_is_moved_in_yields_in_the_same_batch()
    {
        Sheet draft = _root.Drafts.Add(new Sheet { Top = true });
        _published.Take();

        _root.Sheets.Move(draft, 0);

        Assert.That((_first.Top, draft.Top), Is.EqualTo((true, false)));
        Assert.That(_published.TakeOne(), Does.Contain("\"move\"").And.EndWith($$$"""{"event":"change","id":"{{{draft.Id}}}","data":{"top":false}}]"""));
    }

    [Test]
    public void A_folder_that_nobody_has_asked_for_its_tree_keeps_the_rule()
    {
        var folder = new Folder();
        Sheet first = folder.Sheets.Add(new Sheet { Top = true });
        Sheet second = folder.Sheets.Add(new Sheet { Top = true });
        Assert.That((first.Top, second.Top), Is.EqualTo((true, false)));

        second.Top = true;

        Assert.That((first.Top, second.Top), Is.EqualTo((false, true)));
    }

    [Test]
    public void A_turn_that_is_undone_gives_it_back()
    {
        Assert.That(() => _root.Tree.Turn(() =>
        {
            _second.Top = true;
            _first.Top = true;
            _second.Top = true;
            throw new InvalidOperationException("undone");
        }), Throws.InvalidOperationException);

        Assert.That((_first.Top, _second.Top), Is.EqualTo((true, false)));
    }

    [Test]
    public void A_client_that_sets_it_takes_it_from_the_other()
    {
        Assert.That(_root.Tree.SafeApply(CapsuleUser.Named("anna"), new SetOp(_second.Id, RawJson.Parse("""{"top":true}"""))).IsApplied);

        Assert.That((_first.Top, _second.Top), Is.EqualTo((false, true)));
    }

    [Test]
    public void Data_that_are_merged_bring_it_to_what_they_name_and_a_new_item_yields()
    {
        _root.Mport($$$$"""{"collections":{"sheets":{"models":[{"id":"{{{{_second.Id}}}}","top":true},{"text":"new","top":true}]}}}""");

        Assert.That(_root.Sheets.Select(sheet => sheet.Top), Is.EqualTo(new[] { false, true, false }));
    }

    [Test]
    public void Data_that_replace_all_are_right_even_where_two_change_places()
    {
        Sheet draft = _root.Drafts.Add(new Sheet());
        string wanted = _root.Xport(XportOptions.Everything);
        _root.Drafts.Move(_first, 0);
        draft.Top = true;

        _root.Mport(wanted, new MportOptions { Replace = true });

        Assert.That(_root.Xport(XportOptions.Everything), Is.EqualTo(wanted));
        Assert.That(_first.Top);
    }

    [Test]
    public void An_item_whose_data_are_replaced_takes_it_from_the_others()
    {
        _second.Mport("""{"attrs":{"top":true}}""", new MportOptions { Replace = true });

        Assert.That((_first.Top, _second.Top), Is.EqualTo((false, true)));
    }

    [Test]
    public void Of_two_in_data_that_replace_all_the_first_stays()
    {
        _root.Mport(
            $$$$"""{"collections":{"sheets":{"models":[{"id":"{{{{_second.Id}}}}","top":true},{"id":"{{{{_first.Id}}}}","top":true}]}}}""",
            new MportOptions { Replace = true });

        Assert.That((_first.Top, _second.Top), Is.EqualTo((false, true)));
    }
}
