using Capsule.Generators.Models;
using Capsule.Generators.Tests.Harness;

namespace Capsule.Generators.Tests.Computed;

/// <summary>What a computed value is computed from.</summary>
public sealed class DependencyTests
{
    private readonly ModelSpec _folder = GeneratorRun.Of("""
        using System.Linq;
        [CapsuleModel] public partial class Folder
        {
            public partial int Own { get; set; }
            public partial string Title { get; set; }
            [ChildCollection] public partial ModelCollection<Folder> Folders { get; }
            [Computed] public int Size => Own + Folders.Sum(folder => folder.Size);
            [Computed] public bool IsLarge => Size > 100 || Parent is Folder { Title: "large" };
        }
        """).Values().OfType<ModelSpec>().First();

    [TestCase("Size", "folder.folders", "folder.own")]
    [TestCase("IsLarge", "*.parent", "folder.folders", "folder.own", "folder.title")]
    public void Its_dependencies_are_those_of_all_that_it_reads(string property, params string[] expected) =>
        Assert.That(_folder.Computed.Single(one => one.Property.Name == property).Dependencies, Is.EqualTo(expected));

    [TestCase("public int Any => Own * 2;", true, "folder.own")]
    [TestCase("public string Any => Title.Trim();", true, "folder.title")]
    [TestCase("public int Any => 42;", true)]
    [TestCase("public int Any => Own + Secret;", true, "folder.own", "folder.secret")]
    [TestCase("public int Any => Folders.Sum(folder => folder.Own);", false, "folder.folders", "folder.own")]
    [TestCase("public bool Any => Parent is Folder;", false, "*.parent")]
    [TestCase("public string? Any => Next?.Title;", false, "folder.next", "folder.title")]
    [TestCase("public int Any => Size;", false, "folder.folders", "folder.own")]
    [TestCase("public int Any => Costs * 2;", true, "folder.own", "folder.secret")]
    [TestCase("public int Any => Shown;", true, "folder.own", "folder.secret")]
    [TestCase("public int Any => Unknown + Own;", false, "*")]
    [TestCase("public string Any => Title.ToUpper();", false, "*")]
    [TestCase("public int Any { get { int own = Own; return own; } }", false, "*")]
    [TestCase("public int Any { get => Own; }", true, "folder.own")]
    public void What_the_server_computes_depends_on_what_is_known_of_its_body(string property, bool isLocal, params string[] expected)
    {
        OnServerSpec sources = Folder(property).Attributes.Single(static one => one.WireName == "any").OnServer!;
        Assert.That(sources.Dependencies, Is.EqualTo(expected));
        Assert.That(sources.IsLocal, Is.EqualTo(isLocal));
    }

    [Test]
    public void What_the_browser_computes_depends_on_what_the_server_has_computed_and_on_nothing_behind_that() =>
        Assert.That(Folder("public int Any => 1;").Computed.Single(static one => one.WireName == "shown").Dependencies, Is.EqualTo(["folder.costs"]));

    [Test]
    public void A_circle_by_way_of_the_other_side_is_one()
    {
        GeneratorRun run = GeneratorRun.Of("""
            [CapsuleModel] public partial class Card
            {
                public partial int Points { get; set; }
                [Computed(OnServer = true)] public int Weight => Effort + Points;
                [Computed] public int Effort => Weight / 2;
            }
            """);

        Assert.That(Analysis.ByOurs(run.Output).Select(static one => one.Id), Is.EqualTo(["CAP0043", "CAP0043"]));
    }

    private static ModelSpec Folder(string property) => GeneratorRun.Of($$"""
        using System.Linq;
        [CapsuleModel] public partial class Folder
        {
            public partial int Own { get; set; }
            public partial string Title { get; set; }
            [ServerOnly] public partial int Secret { get; set; }
            [Reference] public partial Folder? Next { get; set; }
            [ChildCollection] public partial ModelCollection<Folder> Folders { get; }
            [Computed] public int Size => Own + Folders.Sum(folder => folder.Size);
            [Computed(OnServer = true)] public int Costs => Own * Secret;
            [Computed(OnServer = true)] public int Unknown { get { return System.Environment.TickCount; } }
            [Computed] public int Shown => Costs * 2;
            [Computed(OnServer = true)] {{property}}
        }
        """).Values().OfType<ModelSpec>().First();
}
