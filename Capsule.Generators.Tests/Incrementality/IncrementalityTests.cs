using System.Collections.Immutable;
using Capsule.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Capsule.Generators.Tests.Incrementality;

/// <summary>What an edit costs: only what it concerns is made again.</summary>
public sealed class IncrementalityTests
{
    private static readonly Source Card = new("Card.cs", "[CapsuleModel] public partial class Card { public partial string Title { get; set; } [ChildCollection] public partial ModelCollection<Note> Notes { get; } }");

    private static readonly Source Note = new("Note.cs", "[CapsuleModel] public partial class Note { public partial string Text { get; set; } }");

    private static readonly Source Other = new("Other.cs", "public class Other { public int One() => 1; }");

    [Test]
    public void After_an_edit_elsewhere_every_file_is_cached() =>
        Assert.That(Edit(Other, "public class Other { public int One() => 2; public string? Two; }").Result.TrackedOutputSteps.Values.SelectMany(OutputReasons),
            Has.Exactly(4).Items.And.All.EqualTo(IncrementalStepRunReason.Cached));

    [Test]
    public void After_an_edit_elsewhere_every_step_is_cached_or_unchanged() =>
        Assert.That(Edit(Other, "public class Other;").Reasons(), Is.All.EqualTo(IncrementalStepRunReason.Cached).Or.EqualTo(IncrementalStepRunReason.Unchanged));

    [Test]
    public void After_an_edit_of_a_method_body_in_a_model_every_file_is_cached() =>
        Assert.That(Edit(Note, Note.Text.Insert(Note.Text.Length - 1, "private int Three() => 3; ")).Result.TrackedOutputSteps.Values.SelectMany(OutputReasons),
            Has.Exactly(4).Items.And.All.EqualTo(IncrementalStepRunReason.Cached));

    [Test]
    public void After_an_edit_of_what_an_asynchronous_method_does_every_file_is_cached()
    {
        const string Before = "[CapsuleModel] public partial class Note { [Exposed] public static System.Threading.Tasks.Task<int> Go(TreeHandle<Note> tree, [FromServices] IDisposable held) => System.Threading.Tasks.Task.FromResult(";
        Assert.That(Edit(new Source("Note.cs", Before + "1); }"), Before + "2); }").Result.TrackedOutputSteps.Values.SelectMany(OutputReasons),
            Has.Exactly(4).Items.And.All.EqualTo(IncrementalStepRunReason.Cached));
    }

    [Test]
    public void After_a_parameter_comes_from_services_the_files_of_its_model_alone_are_modified()
    {
        const string Before = "[CapsuleModel] public partial class Note { [Exposed] public void Go(";
        GeneratorRun run = Edit(new Source("Note.cs", Before + ") { } }"), Before + "[FromServices] IDisposable held) { } }");
        Assert.That(ReasonOf(run, "Note.g.cs"), Is.EqualTo(IncrementalStepRunReason.Modified));
        Assert.That(ReasonOf(run, "Card.g.cs"), Is.EqualTo(IncrementalStepRunReason.Cached));
        Assert.That(run.Files["Note.Mirror.g.cs"], Does.Contain("go(): void;").And.Not.Contain("held"));
    }

    [Test]
    public void After_an_edit_of_one_of_two_models_only_its_files_are_modified()
    {
        GeneratorRun run = Edit(Note, "[CapsuleModel] public partial class Note { public partial string Text { get; set; } public partial int Stars { get; set; } }");
        Assert.That(ReasonOf(run, "Note.g.cs"), Is.EqualTo(IncrementalStepRunReason.Modified));
        Assert.That(ReasonOf(run, "Note.Mirror.g.cs"), Is.EqualTo(IncrementalStepRunReason.Modified));
        Assert.That(ReasonOf(run, "Card.g.cs"), Is.EqualTo(IncrementalStepRunReason.Cached));
        Assert.That(ReasonOf(run, "Card.Mirror.g.cs"), Is.EqualTo(IncrementalStepRunReason.Cached));
        Assert.That(run.Reasons(TrackingNames.Models), Is.EquivalentTo(new[] { IncrementalStepRunReason.Cached, IncrementalStepRunReason.Modified }));
    }

    [Test]
    public void After_a_rename_on_the_wire_what_names_it_is_modified_too()
    {
        GeneratorRun run = Edit(Note, "[CapsuleModel(\"remark\")] public partial class Note { public partial string Text { get; set; } }");
        Assert.That(run.Files["Card.Mirror.g.cs"], Does.Contain("notes: Remark"));
    }

    [Test]
    public void After_a_model_is_gone_its_files_are_gone()
    {
        GeneratorRun run = Edit(Note, "public class Nothing;");
        Assert.That(run.Files.Keys, Has.No.Member("Note.g.cs"));
        Assert.That(run.Files.Keys, Has.Member("Card.g.cs"));
    }

    private static GeneratorRun Edit(Source source, string text)
    {
        CSharpCompilation before = Compilations.Create(Card, source.Path == Note.Path ? source : Note, source.Path == Other.Path ? source : Other);
        SyntaxTree tree = before.SyntaxTrees.Single(one => one.FilePath == source.Path);
        return GeneratorRun.Start(before).Again(before.ReplaceSyntaxTree(tree, Compilations.Parse(source with { Text = text })));
    }

    private static IncrementalStepRunReason ReasonOf(GeneratorRun run, string file) =>
        run.Result.TrackedOutputSteps.Values.SelectMany(steps => steps)
            .SelectMany(step => step.Outputs)
            .Single(output => ObjectGraph.Of(output.Value).OfType<string>().Contains(file)).Reason;

    private static IEnumerable<IncrementalStepRunReason> OutputReasons(ImmutableArray<IncrementalGeneratorRunStep> steps) =>
        steps.SelectMany(step => step.Outputs).Select(output => output.Reason);
}
