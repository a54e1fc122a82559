using Capsule.Build.Tasks;
using Capsule.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

namespace Capsule.Generators.Tests.Output;

/// <summary>What does the access report say of a model?</summary>
public sealed class AccessReportTests
{
    [TestCase("public partial string Name { get; set; }", "| `Name` | all who see it | the server | – |")]
    [TestCase("private partial string Name { get; set; }", "| `Name` | all who see it | the server | – |")]
    [TestCase("public partial int? Count { get; private set; }", "| `Count` | all who see it | the server | – |")]
    [TestCase("public partial System.Collections.Generic.IReadOnlyDictionary<string, decimal> Prices { get; set; }", "| `Prices` | all who see it | the server | – |")]
    [TestCase("[Reference] public partial Card? Twin { get; set; }", "| `Twin` | all who see it | the server | – |")]
    [TestCase("[Radio] public partial bool Pinned { get; set; }", "| `Pinned` | all who see it | the server | – |")]
    [TestCase("[Immutable] public partial string Name { get; set; }", "| `Name` | all who see it | the server | – |")]
    [TestCase("[ClientEditable, Immutable] public partial string Name { get; set; }", "| `Name` | all who see it | `CanEdit` of Desk, once | – |")]
    [TestCase("[ClientEditable(Roles = \"chief, staff\", Policy = \"audit\")] public partial string Name { get; set; }", "| `Name` | all who see it | `CanEdit` of Desk, with role chief or staff and policy audit | – |")]
    [TestCase("[VisibleTo(Roles = \"chief\", Policy = \"audit\")] public partial string Name { get; set; }", "| `Name` | role chief and policy audit | the server | – |")]
    [TestCase("[VisibleTo(nameof(MaySee), Roles = \"a|b\")] public partial string Name { get; set; } private bool MaySee(CapsuleUser user) => true;", "| `Name` | role a\\|b and rule `MaySee` | the server | – |")]
    [TestCase("[ServerOnly] public partial string Name { get; set; }", "| `Name` | nobody but the server | the server | – |")]
    [TestCase("[Computed] public int Twice => 2;", "| `Twice` | all who see it | computed, in the browser too | – |")]
    [TestCase("[Computed(OnServer = true), VisibleTo(Roles = \"chief\")] public int Twice => 2;", "| `Twice` | role chief | the server computes it | – |")]
    [TestCase("[ChildModel] public partial Note Note { get; }", "| `Note` | all who see it | – | – |")]
    [TestCase("[ChildModel, VisibleTo(Roles = \"chief\")] public partial Note? Note { get; set; }", "| `Note` | role chief | the server | – |")]
    [TestCase("[ChildCollection] public partial ModelCollection<Note> Notes { get; }", "| `Notes` | all who see it | – | adds, moves, removes: `CanEdit` of Desk |")]
    [TestCase("[ChildCollection(Roles = \"chief\")] public partial ModelCollection<Sealed> Notes { get; }",
        "| `Notes` | all who see it | – | adds, moves: `CanEdit` of Desk, with role chief; removes: nobody (`CanRemove` of Sealed) |")]
    [TestCase("[ChildCollection] public partial Stack Notes { get; }", "| `Notes` | all who see it | – | adds: `CanAdd` of Stack; moves: anyone (`CanMove` of Pile); removes: `CanEdit` of Desk |")]
    [TestCase("[ChildCollection] public partial ModelCollection<Note> Notes { get; } protected override bool CanAdd(CapsuleUser user, ModelCollection collection, CapsuleModel item) => Notes.Count > 3;",
        "| `Notes` | all who see it | – | adds: `CanAdd` of Card; moves, removes: `CanEdit` of Desk |")]
    [TestCase("[Exposed] public void Go() { }", "| `Go` | – | – | `CanEdit` of Desk |")]
    [TestCase("[Exposed(Policy = \"audit\")] public static System.Threading.Tasks.Task Go(TreeHandle<Desk> tree) => null!;", "| `Go` | – | – | `CanEdit` of Desk, with policy audit |")]
    [TestCase("[Exposed] public void Go() { } protected override bool CanCall(CapsuleUser user, string method) => false;", "| `Go` | – | – | nobody (`CanCall` of Card) |")]
    [TestCase("[ServerCallable] public void Go() { }", "| `Go` | – | – | servers alone |")]
    public void It_has_a_line_for_each_member(string members, string line)
    {
        string text = Report($$"""
            namespace Desks;
            [CapsuleModel] public partial class Desk { [ChildCollection] public partial ModelCollection<Card> Cards { get; } protected override bool CanEdit(CapsuleUser user) => user.IsAuthenticated; }
            [CapsuleModel] public partial class Card { {{members}} }
            [CapsuleModel] public partial class Note;
            [CapsuleModel] public partial class Sealed { protected override bool CanRemove(CapsuleUser user) => false; }
            public class Pile : ModelCollection<Note> { protected override bool CanMove(CapsuleUser user, Note item) => true; }
            public class Stack : Pile { protected override bool CanAdd(CapsuleUser user, Note item) => Count < 3; }
            """);
        Assert.That(text, Does.Contain($"## Card\n\n`Desks.Card` stands in `Desk.Cards`. Seen by all who see that.\n\n| Member | Who sees it | Who sets it | Who calls or changes it |\n| --- | --- | --- | --- |\n{line}\n\n## "));
    }

    [Test]
    public void What_is_no_attribute_is_not_in_it() => Assert.That(
        Report("""
            [CapsuleModel] public partial class Card
            {
                public string Loud => "!";
                private int Half { get => 1; set { } }
                public static int Count { get; set; }
                public void Help() { }
            }
            """),
        Does.EndWith("## Card\n\n`Card` is a root, or in no tree. Seen by nobody: it has no `CanRead`.\n"));

    [Test]
    public void Rules_are_found_on_the_way_up_from_every_place() => Assert.That(
        Report("""
            [CapsuleModel] public partial class Desk
            {
                [ChildCollection] public partial ModelCollection<Card> Cards { get; }
                [ChildModel, VisibleTo(Roles = "chief")] public partial Drawer Drawer { get; }
                protected override bool CanRead(CapsuleUser user) => true;
                protected override bool CanEdit(CapsuleUser user) => user.IsAuthenticated;
            }
            [CapsuleModel] public partial class Drawer
            {
                [ChildCollection, VisibleTo(Policy = "audit")] public partial ModelCollection<Card> Cards { get; }
                protected override bool CanEdit(CapsuleUser user) => user.Is("chief");
            }
            [CapsuleModel] public partial class Card
            {
                [ClientEditable] public partial string Title { get; set; }
                [ChildCollection] public partial ModelCollection<Card> Below { get; }
                protected override bool CanRead(CapsuleUser user) => Title.Length > 0;
            }
            """),
        Does.Contain("""
            ## Card

            `Card` stands in `Card.Below`, `Desk.Cards` and `Drawer.Cards` (policy audit). Seen by those whom `CanRead` of Card lets, of those who see those.

            | Member | Who sees it | Who sets it | Who calls or changes it |
            | --- | --- | --- | --- |
            | `Title` | all who see it | `CanEdit` of Desk or `CanEdit` of Drawer | – |
            | `Below` | all who see it | – | adds, moves, removes: `CanEdit` of Desk or `CanEdit` of Drawer |

            ## Desk

            `Desk` is a root, or in no tree. Seen by anyone (`CanRead` of Desk).
            """.ReplaceLineEndings("\n")));

    [Test]
    public void What_derives_has_all_that_it_inherits_with_its_own_rules() => Assert.That(
        Report("""
            [CapsuleModel] public partial class Board { [ChildCollection] public partial ModelCollection<Shape> Shapes { get; } }
            [CapsuleModel] public abstract partial class Shape { [ClientEditable] public partial string Name { get; set; } }
            [CapsuleModel] public partial class Circle : Shape { public partial double Radius { get; set; } protected override bool CanEdit(CapsuleUser user) => user.Is("round"); }
            [CapsuleModel] public partial class Square : Shape;
            """),
        Does.EndWith("""
            | `Shapes` | all who see it | – | adds, moves: nobody (no rule); removes: `CanEdit` of Circle |

            ## Circle

            `Circle` stands in `Board.Shapes`. Seen by all who see that.

            | Member | Who sees it | Who sets it | Who calls or changes it |
            | --- | --- | --- | --- |
            | `Name` | all who see it | `CanEdit` of Circle | – |
            | `Radius` | all who see it | the server | – |

            ## Shape

            `Shape` is abstract, and stands in `Board.Shapes`. Seen by all who see that.

            | Member | Who sees it | Who sets it | Who calls or changes it |
            | --- | --- | --- | --- |
            | `Name` | all who see it | nobody (no rule) | – |

            ## Square

            `Square` stands in `Board.Shapes`. Seen by all who see that.

            | Member | Who sees it | Who sets it | Who calls or changes it |
            | --- | --- | --- | --- |
            | `Name` | all who see it | nobody (no rule) | – |

            """.ReplaceLineEndings("\n")));

    [TestCase(nameof(Examples.Board))]
    [TestCase(nameof(Examples.EveryType))]
    [TestCase(nameof(Examples.EveryValue))]
    [TestCase(nameof(Examples.OddNames))]
    [TestCase(nameof(Examples.OnServer))]
    [TestCase(nameof(Examples.References))]
    public void The_analyzer_finds_every_member_in_it(string example)
    {
        GeneratorRun run = GeneratorRun.Of(Examples.Of(example));
        Assert.That(Analysis.ByOurs(run.Output, new ReportCopy(Report(Examples.Of(example)))).Where(static one => one.Id == "CAP0028"), Is.Empty);
    }

    private static string Report(string source)
    {
        string texts = "";
        foreach (OptimizationLevel level in new[] { OptimizationLevel.Debug, OptimizationLevel.Release })
        {
            CSharpCompilation output = GeneratorRun.Of(source).Output;
            string text = Report(output.WithOptions(output.Options.WithOptimizationLevel(level)));
            Assert.That(texts, Is.Empty.Or.EqualTo(text));
            texts = text;
        }

        return texts;
    }

    private static string Report(CSharpCompilation compilation)
    {
        string path = Path.GetTempFileName();
        try
        {
            EmitResult result = compilation.Emit(path);
            Assert.That(result.Success, string.Join('\n', result.Diagnostics));
            return AccessText.Compose("Sample", new AccessModels(AccessReader.Read(path)));
        }
        finally
        {
            File.Delete(path);
        }
    }
}
