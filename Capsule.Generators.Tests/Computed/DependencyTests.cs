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
}
