using System.Text;
using System.Text.Json;
using Capsule.Tests.Changes;
using Capsule.Tests.Models;

namespace Capsule.Tests.Snapshots;

/// <summary>Whatever comes in: it is taken in whole, or it is a <see cref="CapsuleException"/> and nothing has changed.</summary>
public class MalformedMportTests
{
    private Folder _root = null!;
    private string _before = "";
    private BatchText _published = null!;

    [SetUp]
    public void MakeTree()
    {
        _root = new Folder { Title = "root" };
        Folder folder = _root.Folders.Add(new Folder { Title = "f" });
        folder.Folders.Add(new Folder());
        folder.Sheets.Add(new Sheet { Text = "s", Number = 3 });
        _root.Drafts.Add(new Sheet { Text = "d \"\\\n" });
        _published = new BatchText(_root.Tree);
        _before = FolderTree.Everything(_root);
    }

    [Test]
    public void Data_that_end_too_early_change_nothing([Values] bool replace)
    {
        var other = new Folder();
        other.Mport(_before);
        other.Folders[0].Title = "changed";
        other.Sheets.Add(new Sheet());
        other.Folders[0].Sheets.RemoveAt(0);
        byte[] data = other.XportUtf8(XportOptions.Everything).ToArray();
        for (int length = 0; length < data.Length; length++)
        {
            Assert.That(() => _root.Mport(data.AsSpan(0, length), new MportOptions { Replace = replace }), Throws.TypeOf<CapsuleException>(), $"{length} bytes");
            CheckUnchanged();
        }

        _root.Mport(data, new MportOptions { Replace = replace });
        Assert.That(_published.Take(), Has.Count.EqualTo(1));
    }

    [Test]
    public void A_byte_that_is_wrong_is_taken_in_whole_or_refused([Values] bool replace)
    {
        byte[] data = _root.XportUtf8(XportOptions.Everything).ToArray();
        var random = new Random(7);
        for (int index = 0; index < data.Length; index++)
        {
            byte[] wrong = [.. data];
            wrong[index] = (byte)random.Next(256);
            var fresh = new Folder();
            fresh.Mport(_before, new MportOptions { Replace = true });
            string before = FolderTree.Everything(fresh);
            try
            {
                fresh.Mport(wrong, new MportOptions { Replace = replace });
            }
            catch (CapsuleException)
            {
                Assert.That(FolderTree.Everything(fresh), Is.EqualTo(before), $"byte {index} is {wrong[index]}");
            }

            FolderTree.CheckConsistency(fresh);
        }
    }

    [TestCase("null")]
    [TestCase("[]")]
    [TestCase("5")]
    [TestCase("{} {}")]
    [TestCase("{}x")]
    [TestCase("""{"attrs":null}""")]
    [TestCase("""{"attrs":{"id":5}}""")]
    [TestCase("""{"attrs":{"id":"\ud800"}}""")]
    [TestCase("""{"attrs":{"\udc00":1}}""")]
    [TestCase("""{"\ud800":1}""")]
    [TestCase("""{"attrs":{"title":"\ud800"}}""")]
    [TestCase("""{"type":"\ud800"}""")]
    [TestCase("""{"type":"sheet"}""")]
    [TestCase("""{"type":5}""")]
    [TestCase("""{"collections":{"folders":{"models":[{"attrs":{"title":"new"}},{"attrs":{"title":7}}]}}}""")]
    [TestCase("""{"collections":{"folders":{"id":"x","models":[]}}}""")]
    [TestCase("""{"collections":{"folders":{"models":null}}}""")]
    [TestCase("""{"models":{"cover":null}}""")]
    [TestCase("""{"models":[]}""")]
    public void Data_that_do_not_fit_change_nothing(string data)
    {
        foreach (bool replace in (bool[])[false, true])
        {
            Assert.That(
                () => _root.Mport(data, new MportOptions { Replace = replace }),
                Throws.TypeOf<CapsuleException>().With.Property(nameof(CapsuleException.Code)).EqualTo(ErrorCode.Invalid));
            CheckUnchanged();
        }
    }

    private static IEnumerable<TestCaseData> Conflicts()
    {
        yield return Conflict("the root as an item", root => Nested(root.Id));
        yield return Conflict("a child as an item", root => Nested(root.Cover.Id));
        yield return Conflict("a sheet as a folder", root => Nested(root.Drafts[0].Id));
        yield return Conflict("a collection as an item", root => Nested(root.Drafts.Id));
        yield return Conflict("an id twice among new ones", _ => Twice(ModelId.New()));
        yield return Conflict("another id of the root", _ => $$$"""{"attrs":{"id":"{{{ModelId.New()}}}"}}""");
        yield return Conflict("another id of a child", _ => $$$$$"""{"models":{"cover":{"attrs":{"id":"{{{{{ModelId.New()}}}}}"}}}}""");
        yield return Conflict("another id of a collection", _ => $$$$"""{"collections":{"drafts":{"id":"{{{{ModelId.New()}}}}"}}}""");

        static TestCaseData Conflict(string what, Func<Folder, string> data) => new TestCaseData(data).SetArgDisplayNames(what);

        static string Nested(ModelId id) => $$$$"""{"collections":{"folders":{"models":[{"attrs":{"id":"{{{{id}}}}"}}]}}}""";

        static string Twice(ModelId id) =>
            $$$$"""{"collections":{"folders":{"models":[{"attrs":{"id":"{{{{id}}}}"},"collections":{"folders":{"models":[{"attrs":{"id":"{{{{id}}}}"}}]}}}]}}}""";
    }

    [TestCaseSource(nameof(Conflicts))]
    public void Ids_that_do_not_fit_change_nothing(Func<Folder, string> data)
    {
        _root.Size = 1;
        _published.Take();
        _before = FolderTree.Everything(_root);
        foreach (bool replace in (bool[])[false, true])
        {
            Assert.That(
                () => _root.Mport(data(_root), new MportOptions { Replace = replace }),
                Throws.TypeOf<CapsuleException>().With.Property(nameof(CapsuleException.Code)).EqualTo(ErrorCode.Conflict));
            CheckUnchanged();
        }
    }

    [Test]
    public void Nothing_can_be_replaced_by_what_is_above_it()
    {
        Folder folder = _root.Folders[0];
        string data = $$$$"""{"collections":{"folders":{"models":[{"attrs":{"id":"{{{{folder.Id}}}}"}}]}}}""";

        foreach (Folder below in (Folder[])[folder, folder.Folders[0]])
        {
            Assert.That(
                () => below.Mport(data, new MportOptions { Replace = true }),
                Throws.TypeOf<CapsuleException>().With.Property(nameof(CapsuleException.Code)).EqualTo(ErrorCode.Conflict));
            CheckUnchanged();
        }
    }

    [Test]
    public void A_failed_import_in_a_turn_fails_the_turn()
    {
        Assert.That(
            () => _root.Tree.Turn(() =>
            {
                _root.Title = "before";
                Assert.That(() => _root.Mport("{"), Throws.TypeOf<CapsuleException>());
            }),
            Throws.TypeOf<CapsuleException>());

        CheckUnchanged();
    }

    [Test]
    public void System_Text_Json_hears_of_it_as_of_any_mistake()
    {
        Assert.That(() => JsonSerializer.Deserialize<Folder>("""{"attrs":{"title":5}}"""), Throws.TypeOf<JsonException>().With.Message.Contains("title"));
        Assert.That(() => JsonSerializer.Deserialize<Folder[]>("""[{"attrs":{}},{"attrs":"""), Throws.InstanceOf<JsonException>());
        Assert.That(JsonSerializer.Deserialize<Folder>("null"), Is.Null);
    }

    private void CheckUnchanged()
    {
        Assert.That(FolderTree.Everything(_root), Is.EqualTo(_before));
        Assert.That(_published.Take(), Is.Empty);
        Assert.That(_root.Tree.InTurn, Is.False);
        FolderTree.CheckConsistency(_root);
    }
}
