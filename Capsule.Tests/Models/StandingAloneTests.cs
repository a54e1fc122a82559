using Capsule.Tests.Changes;

namespace Capsule.Tests.Models;

/// <summary>A model needs no host, and no tree before somebody asks for it.</summary>
public class StandingAloneTests
{
    [Test]
    public void A_new_model_is_the_root_of_its_own_tree()
    {
        var folder = new Folder();

        Assert.That(folder.Tree.Root, Is.SameAs(folder));
        Assert.That(folder.Tree, Is.SameAs(folder.Tree));
        Assert.That(folder.Cover.Tree, Is.SameAs(folder.Tree));
        Assert.That(folder.Tree.Count, Is.EqualTo(3));
    }

    [Test]
    public void The_tree_of_something_deep_down_has_the_topmost_model_as_root()
    {
        var sheet = new Sheet();
        var root = new Folder();
        root.Folders.Add(new Folder()).Sheets.Add(sheet);

        Assert.That(sheet.Tree.Root, Is.SameAs(root));
        Assert.That(root.Tree, Is.SameAs(sheet.Tree));
        FolderTree.CheckConsistency(root);
    }

    [Test]
    public void Structure_works_without_a_tree()
    {
        var folder = new Folder();
        Sheet a = folder.Sheets.Add(new Sheet { Text = "a" });
        Sheet b = folder.Sheets.Insert(0, new Sheet { Text = "b" });
        folder.Sheets.Move(a, 0);
        folder.Drafts.Move(b, 5);
        Assert.That(folder.Drafts, Is.EqualTo([b]));

        folder.Sheets.RemoveAt(0);
        folder.Drafts.ReplaceAll([a, b]);

        Assert.That(folder.Drafts, Is.EqualTo([a, b]));
        Assert.That(a.Collection, Is.SameAs(folder.Drafts));
        FolderTree.CheckConsistency(folder);
    }

    [Test]
    public void An_id_is_given_when_it_is_first_read_and_kept()
    {
        var sheet = new Sheet();
        ModelId id = sheet.Id;
        var folder = new Folder();
        _ = folder.Tree;

        folder.Sheets.Add(sheet);

        Assert.That(sheet.Id, Is.EqualTo(id));
        Assert.That(folder.Tree.Find<Sheet>(id), Is.SameAs(sheet));
        Assert.That(id.Value.Version, Is.EqualTo(7));
    }

    [Test]
    public void A_root_that_becomes_an_item_leaves_its_tree_behind()
    {
        var item = new Folder();
        var heard = new BatchText(item.Tree);
        var root = new Folder();
        var published = new BatchText(root.Tree);

        root.Folders.Add(item);
        item.Title = "below";

        Assert.That(item.Tree, Is.SameAs(root.Tree));
        Assert.That(published.Take(), Has.Count.EqualTo(2));
        Assert.That(heard.Take(), Is.Empty);
    }

    [Test]
    public void A_root_that_becomes_an_item_of_what_has_no_tree_leaves_its_own_too()
    {
        var item = new Folder();
        _ = item.Tree;
        var root = new Folder();

        root.Folders.Add(item);

        Assert.That(item.Tree.Root, Is.SameAs(root));
        FolderTree.CheckConsistency(root);
    }

    [Test]
    public void What_was_removed_stands_alone_and_can_go_to_another_tree()
    {
        var root = new Folder();
        Folder item = root.Folders.Add(new Folder());
        Sheet sheet = item.Sheets.Add(new Sheet());
        _ = root.Tree;
        root.Folders.Remove(item);
        var other = new Folder();
        var published = new BatchText(other.Tree);

        other.Folders.Add(item);
        sheet.Text = "there";

        Assert.That(published.Take()[1], Does.Contain("there"));
        FolderTree.CheckConsistency(other);
        FolderTree.CheckConsistency(root);
    }

    [Test]
    public void Neither_a_root_nor_what_was_removed_can_leave_a_turn_that_is_running()
    {
        var root = new Folder();
        Folder item = root.Folders.Add(new Folder());
        var other = new Folder();
        _ = other.Tree;
        root.Tree.Turn(() =>
        {
            root.Folders.Remove(item);
            Assert.That(() => other.Folders.Add(item), Throws.InvalidOperationException);
            Assert.That(() => other.Folders.Add(root), Throws.InvalidOperationException);
            Assert.That(() => new Folder().Folders.Add(root), Throws.InvalidOperationException);
            root.Folders.Add(item);
        });

        Assert.That(other.Folders, Is.Empty);
        FolderTree.CheckConsistency(root);
        FolderTree.CheckConsistency(other);
    }

    [Test]
    public void What_a_turn_put_into_something_new_is_only_where_it_was_when_the_turn_is_undone()
    {
        var root = new Folder();
        Sheet sheet = root.Sheets.Add(new Sheet());
        var box = new Folder();
        Assert.That(() => root.Tree.Turn(() =>
        {
            root.Sheets.Remove(sheet);
            box.Sheets.Add(sheet);
            box.Drafts.Move(sheet, 0);
            throw new InvalidOperationException("undone");
        }), Throws.InvalidOperationException);

        Assert.That(root.Sheets, Is.EqualTo([sheet]));
        Assert.That(sheet.Collection, Is.SameAs(root.Sheets));
        Assert.That(box.Sheets, Is.Empty);
        Assert.That(box.Drafts, Is.Empty);
        FolderTree.CheckConsistency(root);
    }

    [Test]
    public void An_item_whose_id_is_taken_stays_as_it_was()
    {
        var root = new Folder();
        root.Sheets.Add(new Sheet());
        _ = root.Tree;
        var copy = new Folder();
        copy.Mport(root.Xport());
        Sheet twin = copy.Sheets[0];
        copy.Sheets.Remove(twin);
        var box = new Folder();
        box.Sheets.Add(twin);
        string before = root.Xport();

        Assert.That(() => root.Folders.Add(box), Throws.TypeOf<CapsuleException>().With.Property("Code").EqualTo(ErrorCode.Conflict));

        Assert.That(root.Xport(), Is.EqualTo(before));
        Assert.That(box.Parent, Is.Null);
        Assert.That(box.Tree.Root, Is.SameAs(box));
        FolderTree.CheckConsistency(root);
        FolderTree.CheckConsistency(box);
    }

    [Test]
    public void Ancestor_is_the_nearest_above_of_that_class()
    {
        var root = new Folder();
        Folder folder = root.Folders.Add(new Folder());
        Sheet sheet = folder.Sheets.Add(new Sheet());

        Assert.That(sheet.Ancestor<Folder>(), Is.SameAs(folder));
        Assert.That(folder.Ancestor<Folder>(), Is.SameAs(root));
        Assert.That(root.Ancestor<Folder>(), Is.Null);
        Assert.That(sheet.Ancestor<Sheet>(), Is.Null);
        Assert.That(folder.Cover.Ancestor<Folder>(), Is.SameAs(folder));
    }

    [Test]
    public void Find_gives_a_model_of_that_class_only()
    {
        var root = new Folder();
        Sheet sheet = root.Sheets.Add(new Sheet());

        Assert.That(root.Tree.Find<Sheet>(sheet.Id), Is.SameAs(sheet));
        Assert.That(root.Tree.Find<Folder>(sheet.Id), Is.Null);
        Assert.That(root.Tree.FindCollection(sheet.Id), Is.Null);
        Assert.That(root.Tree.FindCollection(root.Sheets.Id), Is.SameAs(root.Sheets));
        Assert.That(root.ModelGetter(root.Sheets.Id), Is.Null);
        Assert.That(root.ModelGetter(default), Is.Null);
    }

    [Test]
    public void A_turn_that_is_undone_finds_an_item_where_changes_outside_of_the_tree_have_left_it()
    {
        var root = new Folder();
        Sheet sheet = root.Sheets.Add(new Sheet());
        var outside = new Folder();
        var other = new Sheet();

        Assert.That(() => root.Tree.Turn(() =>
        {
            root.Sheets.Remove(sheet);
            outside.Sheets.Add(sheet);
            outside.Sheets.Insert(0, other);
            throw new InvalidOperationException("undone");
        }), Throws.InvalidOperationException);

        Assert.That(root.Sheets, Is.EqualTo(new[] { sheet }));
        Assert.That(outside.Sheets, Is.EqualTo(new[] { other }));
        FolderTree.CheckConsistency(root);
    }
}
