using Capsule.Protocol;
using Capsule.Tests.Models;

namespace Capsule.Tests.Changes;

/// <summary>The batches of PROTOCOL, by hand. Letters name the models; an event is written as its kind, the model, and where it is now.</summary>
public class BatchOrderTests
{
    private Folder _root = null!;
    private BatchText _published = null!;

    [SetUp]
    public void MakeTree()
    {
        _root = new Folder();
        foreach (string title in (string[])["a", "b", "c"])
        {
            _root.Folders.Add(new Folder { Title = title }).Sheets.Add(new Sheet { Text = $"{title}1" });
        }

        _published = new BatchText(_root.Tree);
    }

    private Folder A => Titled("a");

    private Folder B => Titled("b");

    private Folder C => Titled("c");

    [Test]
    public void Added_edited_and_given_a_child_is_one_add()
    {
        _root.Tree.Turn(() =>
        {
            Folder added = _root.Folders.Insert(0, new Folder { Title = "d" });
            added.Title = "edited";
            added.Sheets.Add(new Sheet { Text = "given" });
            added.Cover.Color = "red";
        });

        Folder d = _root.Folders[0];
        Assert.That(_published.TakeOne(), Is.EqualTo($$"""[{"event":"add","collection":"{{_root.Folders.Id}}","at":0,"data":{{d.Xport()}}}]"""));
    }

    [Test]
    public void Added_and_removed_between_two_adds_leaves_no_trace()
    {
        _root.Tree.Turn(() =>
        {
            _root.Folders.Add(new Folder { Title = "d" });
            Folder gone = _root.Folders.Add(new Folder { Title = "gone" });
            _root.Folders.Add(new Folder { Title = "e" });
            _root.Folders.Remove(gone);
        });

        Assert.That(Events(), Is.EqualTo(["add d 3", "add e 4"]));
    }

    [Test]
    public void Moved_and_changed_is_the_move_then_the_change()
    {
        Sheet sheet = A.Sheets[0];
        _root.Tree.Turn(() =>
        {
            sheet.Number = 5;
            B.Sheets.Move(sheet, 0);
        });

        Assert.That(Events(), Is.EqualTo(["move a1 0", "change a1"]));
    }

    [Test]
    public void A_model_and_its_parent_removed_is_the_removal_of_the_parent()
    {
        _root.Tree.Turn(() =>
        {
            Folder a = A;
            a.Sheets.RemoveAt(0);
            a.Title = "changed before it went";
            _root.Folders.Remove(a);
        });

        Assert.That(Batch().Single(), Is.TypeOf<RemoveEvent>());
    }

    [Test]
    public void Each_of_two_moves_in_one_collection_holds_after_the_one_before()
    {
        _root.Tree.Turn(() =>
        {
            _root.Folders.Move(C, 0);
            _root.Folders.Move(A, 2);
        });

        Assert.That(Events(), Is.EqualTo(["move c 0", "move a 2"]));
    }

    [Test]
    public void There_and_back_is_nothing()
    {
        _root.Tree.Turn(() =>
        {
            _root.Folders.Move(A, 2);
            Folder b = B;
            _root.Folders.Remove(b);
            _root.Folders.Insert(0, b);
            _root.Folders.Move(A, 0);
        });

        Assert.That(_published.Take(), Is.Empty);
    }

    [Test]
    public void Removed_and_added_again_elsewhere_is_a_move()
    {
        Sheet sheet = A.Sheets[0];
        _root.Tree.Turn(() =>
        {
            A.Sheets.Remove(sheet);
            C.Sheets.Add(sheet);
        });

        Assert.That(Events(), Is.EqualTo(["move a1 1"]));
    }

    [Test]
    public void What_leaves_something_gone_goes_first()
    {
        Sheet sheet = A.Sheets[0];
        _root.Tree.Turn(() =>
        {
            Folder a = A;
            _root.Folders.Remove(a);
            _root.Sheets.Move(sheet, 0);
        });

        Assert.That(Events(), Is.EqualTo(["move a1 0", "remove"]));
    }

    [Test]
    public void What_moves_into_something_new_is_removed_and_comes_with_it()
    {
        Sheet sheet = A.Sheets[0];
        _root.Tree.Turn(() => _root.Folders.Add(new Folder { Title = "d" }).Sheets.Move(sheet, 0));

        Assert.That(Events(), Is.EqualTo(["remove", "add d 3"]));
    }

    [Test]
    public void What_changes_places_with_what_it_is_in_moves_the_upper_one_first()
    {
        Folder a = A;
        Folder b = B;
        a.Folders.Move(b, 0);
        _published.Take();

        _root.Tree.Turn(() =>
        {
            _root.Folders.Move(b, 0);
            b.Folders.Move(a, 0);
        });

        Assert.That(Events(), Is.EqualTo(["move b 0", "move a 0"]));
    }

    [Test]
    public void Changes_come_last_one_for_each_model_in_the_order_of_their_first()
    {
        _root.Tree.Turn(() =>
        {
            C.Size = 1;
            A.Size = 1;
            _root.Folders.Remove(B);
            C.Weight = 2;
        });

        Assert.That(Events(), Is.EqualTo(["remove", "change c", "change a"]));
    }

    [Test]
    public void An_id_can_come_back_in_another_model_when_what_had_it_is_gone()
    {
        Folder a = A;
        Sheet former = a.Sheets[0];
        var naive = new NaiveReplica(_root.Xport());
        var copy = new Folder();
        copy.Mport(_root.Xport());
        string data = $$$"""{"attrs":{"id":"{{{former.Id}}}","text":"reborn"}}""";

        Verdict verdict = _root.Tree.SafeApply(
            CapsuleUser.Named("anna"), new DeleteOp(former.Id), new AddOp(_root.Sheets.Id, RawJson.Parse(data)), new DeleteOp(a.Id));

        Assert.That(verdict.Error, Is.Null);
        copy.Tree.Apply(_published.Batches.Single().Events);
        naive.Apply(_published.TakeOne());
        Assert.That(copy.Xport(), Is.EqualTo(_root.Xport()));
        Assert.That(naive.Json, Is.EqualTo(_root.Xport()));
    }

    private Folder Titled(string title) => FolderTree.Folders(_root).First(folder => folder.Title == title);

    private IReadOnlyList<ModelEvent> Batch() => _published.Batches.Single().Events;

    private string[] Events() => [.. Batch().Select(Text)];

    private string Text(ModelEvent happened) => happened switch
    {
        AddEvent add => $"add {Name(_root.Tree.FindCollection(add.Collection)!, add.At)} {add.At}",
        MoveEvent move => $"move {Name(_root.ModelGetter(move.Id)!)} {move.NewPosition}",
        ChangeEvent change => $"change {Name(_root.ModelGetter(change.Id)!)}",
        _ => "remove",
    };

    private static string Name(ModelCollection collection, int index) => Name(FolderTree.Items(collection).ElementAt(index));

    private static string Name(CapsuleModel model) => model is Folder folder ? folder.Title : ((Sheet)model).Text;
}
