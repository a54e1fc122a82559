using Capsule.Protocol;
using Capsule.Tests.Models;

namespace Capsule.Tests.Changes;

/// <summary>Events that do not fit: whoever follows a tree must notice, and keep what it has.</summary>
public class ApplyTests
{
    private Folder _root = null!;
    private string _before = "";
    private BatchText _published = null!;

    [SetUp]
    public void MakeTree()
    {
        _root = new Folder();
        _root.Folders.Add(new Folder { Title = "a" }).Folders.Add(new Folder { Title = "b" });
        _root.Sheets.Add(new Sheet { Text = "s" });
        _published = new BatchText(_root.Tree);
        _before = _root.Xport();
    }

    private static IEnumerable<TestCaseData> Misfits()
    {
        yield return Misfit("change of an unknown model", _ => new ChangeEvent(ModelId.New(), RawJson.Parse("{}")), ErrorCode.NotFound);
        yield return Misfit("change of a collection", root => new ChangeEvent(root.Sheets.Id, RawJson.Parse("{}")), ErrorCode.NotFound);
        yield return Misfit("change to another type", root => new ChangeEvent(root.Id, RawJson.Parse("""{"size":"1"}""")), ErrorCode.Invalid);
        yield return Misfit("change that is no object", root => new ChangeEvent(root.Id, RawJson.Parse("[]")), ErrorCode.Invalid);
        yield return Misfit("add to an unknown collection", _ => Add(ModelId.New(), 0), ErrorCode.NotFound);
        yield return Misfit("add beyond the end", root => Add(root.Sheets.Id, 2), ErrorCode.Invalid);
        yield return Misfit("add with an id that is taken", root => new AddEvent(root.Sheets.Id, 0, RawJson.Parse(root.Sheets[0].Xport())), ErrorCode.Conflict);
        yield return Misfit("add of what is no object", root => new AddEvent(root.Sheets.Id, 0, RawJson.Null), ErrorCode.Invalid);
        yield return Misfit("removal of an unknown model", root => new RemoveEvent(ModelId.New(), root.Sheets.Id), ErrorCode.NotFound);
        yield return Misfit("removal from another collection", root => new RemoveEvent(root.Sheets[0].Id, root.Drafts.Id), ErrorCode.Invalid);
        yield return Misfit("removal of the root", root => new RemoveEvent(root.Id, root.Folders.Id), ErrorCode.Invalid);
        yield return Misfit("removal of a child", root => new RemoveEvent(root.Cover.Id, root.Folders.Id), ErrorCode.Invalid);
        yield return Misfit("move of an unknown model", root => new MoveEvent(root.Sheets.Id, ModelId.New(), 0), ErrorCode.NotFound);
        yield return Misfit("move to an unknown collection", root => new MoveEvent(ModelId.New(), root.Sheets[0].Id, 0), ErrorCode.NotFound);
        yield return Misfit("move of the root", root => new MoveEvent(root.Folders.Id, root.Id, 0), ErrorCode.Invalid);
        yield return Misfit("move of a child", root => new MoveEvent(root.Folders.Id, root.Cover.Id, 0), ErrorCode.Invalid);
        yield return Misfit(
            "move to a collection of another type", root => new MoveEvent(root.Folders.Id, root.Sheets[0].Id, 0, root.Sheets.Id), ErrorCode.Invalid);
        yield return Misfit(
            "move from another collection", root => new MoveEvent(root.Drafts.Id, root.Sheets[0].Id, 0, root.Folders[0].Drafts.Id), ErrorCode.Invalid);
        yield return Misfit("move beyond the end", root => new MoveEvent(root.Sheets.Id, root.Sheets[0].Id, 1), ErrorCode.Invalid);
        yield return Misfit(
            "move below itself",
            root => new MoveEvent(root.Folders[0].Folders[0].Folders.Id, root.Folders[0].Id, 0, root.Folders.Id),
            ErrorCode.Invalid);
        yield return Misfit("another child", root => new ChildEvent(root.Id, "cover", RawJson.Null), ErrorCode.Invalid);

        static TestCaseData Misfit(string what, Func<Folder, ModelEvent> happened, ErrorCode code) => new TestCaseData(happened, code).SetArgDisplayNames(what);

        static AddEvent Add(ModelId collection, int at) => new(collection, at, RawJson.Parse("""{"attrs":{"text":"new"}}"""));
    }

    [TestCaseSource(nameof(Misfits))]
    public void An_event_that_does_not_fit_is_refused_with_all_the_others(Func<Folder, ModelEvent> happened, ErrorCode code)
    {
        ModelEvent fits = new ChangeEvent(_root.Id, RawJson.Parse("""{"title":"fits"}"""));

        Assert.That(
            () => _root.Tree.Apply([fits, happened(_root), fits]),
            Throws.TypeOf<CapsuleException>().With.Property(nameof(CapsuleException.Code)).EqualTo(code));

        Assert.That(_root.Xport(), Is.EqualTo(_before));
        Assert.That(_published.Take(), Is.Empty);
        FolderTree.CheckConsistency(_root);
    }

    [Test]
    public void What_a_newer_server_sends_of_attributes_that_are_not_known_here_is_passed_over()
    {
        _root.Tree.Apply([new ChangeEvent(_root.Id, RawJson.Parse("""{"later":[{}],"title":"known"}"""))]);

        Assert.That(_root.Title, Is.EqualTo("known"));
    }

    [Test]
    public void A_tree_of_forty_levels_goes_from_one_copy_to_another()
    {
        var copy = new Folder();
        copy.Mport(_root.Xport());
        Folder top = new() { Title = "1" };
        Folder bottom = top;
        for (int level = 2; level <= 40; level++)
        {
            bottom = bottom.Folders.Add(new Folder { Title = $"{level}" });
        }

        _root.Folders.Add(top);

        copy.Tree.Apply(_published.Batches.Single().Events);
        Assert.That(copy.Xport(), Is.EqualTo(_root.Xport()));
        var third = new Folder();
        third.Mport(_root.Xport());
        Assert.That(third.Xport(), Is.EqualTo(_root.Xport()));
    }
}
