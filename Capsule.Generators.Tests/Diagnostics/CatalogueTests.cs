using System.Reflection;
using System.Runtime.CompilerServices;
using Capsule.Generators.Diagnostics;
using Capsule.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace Capsule.Generators.Tests.Diagnostics;

/// <summary>The list of diagnostics is complete wherever it is kept.</summary>
public sealed class CatalogueTests
{
    private static readonly DiagnosticDescriptor[] All =
        [.. typeof(Descriptors).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (DiagnosticDescriptor)field.GetValue(null)!)];

    [Test]
    public void Every_diagnostic_has_a_test() =>
        Assert.That(DiagnosticCases.All.Select(mistake => mistake.Id).Distinct(), Is.EquivalentTo(All.Select(descriptor => descriptor.Id)));

    [Test]
    public void Every_diagnostic_has_a_page_that_its_link_leads_to()
    {
        foreach (DiagnosticDescriptor descriptor in All)
        {
            string page = Path.Combine(Root(), descriptor.HelpLinkUri);
            Assert.That(page, Does.Exist);
            Assert.That(File.ReadAllText(page), Does.StartWith($"# {descriptor.Id}: {descriptor.Title}").And.Contain("```csharp"));
        }
    }

    [Test]
    public void Every_page_is_of_a_diagnostic() =>
        Assert.That(
            Directory.GetFiles(Path.Combine(Root(), "docs", "diagnostics"), "CAP*.md").Select(Path.GetFileNameWithoutExtension),
            Is.EquivalentTo(All.Select(descriptor => descriptor.Id)));

    [TestCase(nameof(Examples.Card))]
    [TestCase(nameof(Examples.EveryType))]
    [TestCase(nameof(Examples.EveryValue))]
    [TestCase(nameof(Examples.Computed))]
    [TestCase(nameof(Examples.OnServer))]
    [TestCase(nameof(Examples.OddNames))]
    [TestCase(nameof(Examples.References))]
    [TestCase(nameof(Examples.Transients))]
    [TestCase(nameof(Examples.SameNames))]
    [TestCase(nameof(Examples.Empty))]
    public void Nothing_is_said_about_what_is_right(string example) =>
        Assert.That(Analysis.ByOurs(GeneratorRun.Of(Examples.Of(example)).Output), Is.Empty);

    [TestCase("protected override bool CanEdit(CapsuleUser user) => System.IO.Path.GetFileName(Title) == user.Name;")]
    [TestCase("public bool CanWait() => System.Threading.Tasks.Task.FromResult(true).Result;")]
    [TestCase("private const int Most = 3;")]
    [TestCase("private static int s_made;")]
    [TestCase("private readonly string _kind = \"\";")]
    [TestCase("private readonly IReadOnlyList<string> _kinds = [];")]
    [TestCase("private string Kind { get; } = \"\";")]
    [TestCase("private int Half { get => 1; set { } }")]
    [TestCase("public string Loud => Title + \"!\";")]
    [TestCase("public static int Count { get; set; }")]
    [TestCase("public void Helper(decimal any) { }")]
    public void What_is_no_attribute_is_left_alone(string member) =>
        Assert.That(
            Analysis.ByOurs(GeneratorRun.Of($"[CapsuleModel] public partial class Card {{ public partial string Title {{ get; set; }} {member} }}").Output),
            Is.Empty);

    [Test]
    public void An_attribute_may_be_edited_where_a_model_far_above_says_so() => Assert.That(
        Analysis.ByOurs(GeneratorRun.Of("""
            [CapsuleModel] partial class Board
            {
                [ChildModel] public partial Lane Lane { get; }
                protected override bool CanEdit(CapsuleUser user) => true;
            }
            [CapsuleModel] partial class Lane { [ChildCollection] public partial ModelCollection<Card> Cards { get; } }
            [CapsuleModel] partial class Card
            {
                [ClientEditable, Radio] public partial bool Pinned { get; set; }
                [ChildCollection] public partial ModelCollection<Card> Below { get; }
            }
            """).Output),
        Is.Empty);

    private static string Root([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", ".."));
}
