using Capsule.Protocol;
using Capsule.Tests.Models;

namespace Capsule.Tests.Access;

/// <summary>Where adds and moves put an item: among a, b, c and d.</summary>
public class PlacementTests
{
    private static readonly CapsuleUser Anna = CapsuleUser.Named("anna");

    private Folder _root = null!;

    [SetUp]
    public void MakeTree()
    {
        _root = new Folder();
        foreach (string text in (string[])["a", "b", "c", "d"])
        {
            _root.Sheets.Add(new Sheet { Text = text });
        }

        _root.Drafts.Add(new Sheet { Text = "x" });
    }

    [TestCase(null, null, "abcdn")]
    [TestCase(0, null, "nabcd")]
    [TestCase(2, null, "abncd")]
    [TestCase(99, null, "abcdn")]
    [TestCase(-1, null, "nabcd")]
    [TestCase(null, "c", "abncd")]
    [TestCase(0, "c", "abncd")]
    [TestCase(1, "x", "anbcd")]
    [TestCase(1, "gone", "anbcd")]
    [TestCase(1, "last", "abcdn")]
    public void Add(int? at, string? before, string expected)
    {
        Verdict verdict = _root.Sheets.SafeAdd(Anna, """{"text":"n"}""", Place(at, before));

        Assert.That(verdict.IsApplied);
        Assert.That(Order(_root.Sheets), Is.EqualTo(expected));
    }

    [TestCase("a", 2, null, "bcad")]
    [TestCase("a", 3, null, "bcda")]
    [TestCase("d", 0, null, "dabc")]
    [TestCase("a", null, "d", "bcad")]
    [TestCase("d", null, "a", "dabc")]
    [TestCase("a", null, "b", "abcd")]
    [TestCase("b", null, "b", "abcd")]
    [TestCase("a", null, null, "bcda")]
    [TestCase("a", 99, null, "bcda")]
    [TestCase("a", 1, "gone", "bacd")]
    [TestCase("b", 0, "last", "acdb")]
    public void Move(string item, int? to, string? before, string expected)
    {
        Verdict verdict = _root.Sheets.SafeMove(Anna, Named(item), Place(to, before));

        Assert.That(verdict.IsApplied);
        Assert.That(Order(_root.Sheets), Is.EqualTo(expected));
    }

    [TestCase(null, null, "abcdx")]
    [TestCase(4, null, "abcdx")]
    [TestCase(1, null, "axbcd")]
    [TestCase(null, "a", "xabcd")]
    public void Move_from_another_collection(int? to, string? before, string expected)
    {
        ModelId id = Named("x");

        Assert.That(_root.Sheets.SafeMove(Anna, id, Place(to, before)).IsApplied);

        Assert.That(Order(_root.Sheets), Is.EqualTo(expected));
        Assert.That(_root.Drafts, Is.Empty);
        Assert.That(_root.Tree.Find<Sheet>(id)!.Collection, Is.SameAs(_root.Sheets));
    }

    [Test]
    public void Nothing_can_be_moved_below_itself_or_to_a_collection_of_another_type()
    {
        Folder folder = _root.Folders.Add(new Folder());
        Folder inner = folder.Folders.Add(new Folder());
        string before = _root.Xport();

        Assert.That(inner.Folders.SafeMove(Anna, folder.Id, default).Error!.Code, Is.EqualTo(ErrorCode.Invalid));
        Assert.That(folder.Folders.SafeMove(Anna, folder.Id, default).Error!.Code, Is.EqualTo(ErrorCode.Invalid));
        Assert.That(_root.Sheets.SafeMove(Anna, folder.Id, default).Error!.Code, Is.EqualTo(ErrorCode.Invalid));
        Assert.That(_root.Folders.SafeMove(Anna, Named("a"), default).Error!.Code, Is.EqualTo(ErrorCode.Invalid));
        Assert.That(_root.Folders.SafeMove(Anna, _root.Id, default).Error!.Code, Is.EqualTo(ErrorCode.Invalid));
        Assert.That(_root.Folders.SafeMove(Anna, _root.Cover.Id, default).Error!.Code, Is.EqualTo(ErrorCode.Invalid));
        Assert.That(_root.Xport(), Is.EqualTo(before));
        Assert.That(() => inner.Folders.Move(folder, 0), Throws.InvalidOperationException);
        Assert.That(() => inner.Folders.Add(_root), Throws.InvalidOperationException);
    }

    private ModelId Named(string text) => _root.Sheets.Concat(_root.Drafts).Single(sheet => sheet.Text == text).Id;

    private Placement Place(int? index, string? before) => before switch
    {
        null => index is { } at ? Placement.At(at) : default,
        "gone" => Placement.InFrontOf(ModelId.New(), index),
        "last" => Placement.Last(index),
        _ => Placement.InFrontOf(Named(before), index),
    };

    private static string Order(ModelCollection<Sheet> sheets) => string.Concat(sheets.Select(sheet => sheet.Text));
}
