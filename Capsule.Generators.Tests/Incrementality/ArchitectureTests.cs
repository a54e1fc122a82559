using System.Runtime.CompilerServices;
using Capsule.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace Capsule.Generators.Tests.Incrementality;

/// <summary>What must not know what.</summary>
public sealed class ArchitectureTests
{
    [TestCase(nameof(Examples.Card))]
    [TestCase(nameof(Examples.EveryType))]
    [TestCase(nameof(Examples.Computed))]
    [TestCase(nameof(Examples.OnServer))]
    [TestCase(nameof(Examples.OddNames))]
    [TestCase(nameof(Examples.References))]
    [TestCase(nameof(Examples.Transients))]
    [TestCase(nameof(Examples.SameNames))]
    public void What_the_pipeline_keeps_holds_no_object_of_Roslyn(string example)
    {
        object[] values = [.. GeneratorRun.Of(Examples.Of(example)).Values().SelectMany(ObjectGraph.Of)];
        Assert.That(values.OfType<Generators.Models.ModelSpec>(), Is.Not.Empty);
        Assert.That(values.Where(value => value is ISymbol or SyntaxNode or SyntaxTree or SyntaxToken or Location or SemanticModel or Microsoft.CodeAnalysis.Compilation or AttributeData), Is.Empty);
        Assert.That(values.Where(value => value.GetType().FullName!.StartsWith("Microsoft.CodeAnalysis.", StringComparison.Ordinal)), Is.Empty);
    }

    [Test]
    public void Models_know_no_Roslyn() => Assert.That(FilesThatMention("Models", "Microsoft.CodeAnalysis"), Is.Empty);

    [Test]
    public void Models_know_nothing_of_what_is_around_them() =>
        Assert.That(FilesThatMention("Models", "Capsule.Generators.Parsing").Concat(FilesThatMention("Models", "Capsule.Generators.Emitting")), Is.Empty);

    [Test]
    public void Emitters_know_no_parsing_and_no_rules() =>
        Assert.That(FilesThatMention("Emitting", "Capsule.Generators.Parsing").Concat(FilesThatMention("Emitting", "Capsule.Generators.Diagnostics")), Is.Empty);

    [Test]
    public void Parsing_and_rules_know_no_emitter() =>
        Assert.That(FilesThatMention("Parsing", "Capsule.Generators.Emitting").Concat(FilesThatMention("Diagnostics", "Capsule.Generators.Emitting")), Is.Empty);

    [Test]
    public void No_file_is_long()
    {
        int[] lengths = [.. Sources(".").Select(path => File.ReadLines(path).Count()).Order()];
        Assert.That(lengths[lengths.Length / 2], Is.LessThan(80));
        Assert.That(lengths[^1], Is.LessThan(400));
    }

    private static IEnumerable<string> FilesThatMention(string folder, string text)
    {
        string[] sources = Sources(folder);
        Assert.That(sources, Is.Not.Empty);
        return sources.Where(path => File.ReadAllText(path).Contains(text, StringComparison.Ordinal));
    }

    private static string[] Sources(string folder, [CallerFilePath] string here = "") =>
        Directory.GetFiles(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "Capsule.Generators", folder), "*.cs", SearchOption.AllDirectories);
}
