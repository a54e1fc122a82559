using Capsule.Generators.Tests.Harness;
using Capsule.Generators.Tests.SchemaLedger;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Capsule.Generators.Tests.Incrementality;

/// <summary>What an edit costs where a ledger is kept.</summary>
public sealed class LedgerIncrementalityTests
{
    private const string Note = "[CapsuleModel] public partial class Note { public partial string Text { get; set; } }";

    private static readonly Source Card = new("Card.cs", "[CapsuleModel] public partial class Card { public partial string Title { get; set; } }");

    private static readonly Source Other = new("Other.cs", "public class Other;");

    [Test]
    public void After_an_edit_elsewhere_all_is_cached_or_unchanged()
    {
        CSharpCompilation before = Compilations.Create(Card, new("Note.cs", Note), Other);
        GeneratorRun run = GeneratorRun.Start(before, new LedgerCopy(Deploy.First(Note).Ledger))
            .Again(before.ReplaceSyntaxTree(before.SyntaxTrees.Single(tree => tree.FilePath == "Other.cs"), Compilations.Parse(Other with { Text = "public class Other { }" })));

        Assert.That(run.Reasons(), Is.All.EqualTo(IncrementalStepRunReason.Cached).Or.EqualTo(IncrementalStepRunReason.Unchanged));
        Assert.That(run.Files, Contains.Key("Capsule.Ledger.g.cs"));
    }

    [Test]
    public void The_ledger_that_the_build_writes_makes_nothing_anew()
    {
        CSharpCompilation compilation = Compilations.Create(Card, new("Note.cs", Note));
        LedgerCopy former = new(Deploy.First(Note).Ledger);
        GeneratorRun run = GeneratorRun.Start(compilation, former);

        GeneratorRun again = run.Beside(former, new LedgerCopy(Deploy.First(Note).Then(Note + Card.Text).Ledger));

        Assert.That(again.Reasons(TrackingNames.Histories), Is.All.EqualTo(IncrementalStepRunReason.Unchanged).Or.EqualTo(IncrementalStepRunReason.Cached));
        Assert.That(again.Files, Is.EquivalentTo(run.Files));
    }

    [Test]
    public void What_the_pipeline_keeps_of_a_ledger_holds_no_object_of_Roslyn()
    {
        GeneratorRun run = GeneratorRun.Start(Compilations.Create(Card), new LedgerCopy(Deploy.First(Note).Ledger));
        object[] values = [.. run.Values().SelectMany(ObjectGraph.Of)];

        Assert.That(values.OfType<Generators.Ledger.LedgerDocument>(), Is.Not.Empty);
        Assert.That(values.Where(value => value.GetType().FullName!.StartsWith("Microsoft.CodeAnalysis.", StringComparison.Ordinal)), Is.Empty);
    }
}
