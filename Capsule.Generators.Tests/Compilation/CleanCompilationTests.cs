using System.Collections.Immutable;
using Capsule.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Capsule.Generators.Tests.Compilation;

/// <summary>What is generated compiles without a warning, however strict its user is.</summary>
public sealed class CleanCompilationTests
{
    /// <summary>Taste, which models that exist for a test do not have: one-letter namespaces, keywords, types that nobody uses.</summary>
    private static readonly HashSet<string> Silly = ["CA1812", "CA1852", "CA1515", "CA1034", "CA1708", "CA1711", "CA1716", "CA1720", "CA1724", "CA1050", "CA1014", "CA1016", "CA1017", "CA1822", "CA1062"];

    [TestCase(nameof(Examples.Card))]
    [TestCase(nameof(Examples.EveryType))]
    [TestCase(nameof(Examples.EveryValue))]
    [TestCase(nameof(Examples.Calls))]
    [TestCase(nameof(Examples.References))]
    [TestCase(nameof(Examples.Transients))]
    [TestCase(nameof(Examples.Computed))]
    [TestCase(nameof(Examples.OnServer))]
    [TestCase(nameof(Examples.OddNames))]
    [TestCase(nameof(Examples.SameNames))]
    [TestCase(nameof(Examples.Empty))]
    [TestCase(nameof(Examples.Family))]
    public void Models_and_their_other_halves_compile_without_a_warning(string example) =>
        Assert.That(Warnings(GeneratorRun.Of(Examples.Of(example)).Output, undocumented: true), Is.Empty);

    [TestCase(nameof(Examples.Card))]
    [TestCase(nameof(Examples.EveryType))]
    [TestCase(nameof(Examples.EveryValue))]
    [TestCase(nameof(Examples.References))]
    [TestCase(nameof(Examples.Transients))]
    public void A_user_who_documents_everything_gets_no_warning_about_documentation(string example) =>
        Assert.That(Warnings(GeneratorRun.Of(Examples.Of(example)).Output, undocumented: false), Is.Empty);

    [Test]
    public void An_obsolete_attribute_is_used_by_its_own_class_without_a_warning() =>
        Assert.That(
            Warnings(GeneratorRun.Of("[CapsuleModel] public partial class Card { [Obsolete(\"old\")] public partial int Old { get; set; } }").Output, undocumented: true),
            Is.Empty);

    [Test]
    public void A_property_without_an_access_modifier_is_private_in_both_halves() =>
        Assert.That(
            Warnings(GeneratorRun.Of("""
                [CapsuleModel] public partial class Note { }
                [CapsuleModel]
                public partial class Card
                {
                    partial string Title { get; set; }
                    private partial int Points { get; set; }
                    [ChildCollection] partial ModelCollection<Note> Notes { get; }
                    [ChildModel] partial Note Note { get; }
                }
                """).Output, undocumented: true),
            Is.Empty);

    [Test]
    public void A_constructor_uses_collections_and_children_without_a_warning() =>
        Assert.That(
            Warnings(GeneratorRun.Of("""
                [CapsuleModel]
                public partial class Lane
                {
                    public Lane()
                    {
                        Cards.Add(new Card());
                        Head.Title = "head";
                    }

                    [ChildCollection] public partial ModelCollection<Card> Cards { get; }
                    [ChildModel] public partial Card Head { get; }
                }

                [CapsuleModel] public partial class Card { public partial string Title { get; set; } }
                """).Output, undocumented: true),
            Is.Empty);

    [Test]
    public void A_user_without_nullable_annotations_gets_no_warning() =>
        Assert.That(
            Warnings(GeneratorRun.Of("#nullable disable\n[CapsuleModel] public partial class Card { public partial string Title { get; set; } }").Output, undocumented: true),
            Is.Empty);

    [TestCase(nameof(Examples.Card))]
    [TestCase(nameof(Examples.EveryType))]
    [TestCase(nameof(Examples.EveryValue))]
    [TestCase(nameof(Examples.References))]
    [TestCase(nameof(Examples.Transients))]
    [TestCase(nameof(Examples.Computed))]
    [TestCase(nameof(Examples.OnServer))]
    public void The_analyzers_of_the_SDK_have_nothing_to_say_with_every_rule_on(string example)
    {
        ImmutableArray<DiagnosticAnalyzer> analyzers = SdkAnalyzers();
        CSharpCompilation compilation = GeneratorRun.Of(Examples.Of(example)).Output;
        IEnumerable<KeyValuePair<string, ReportDiagnostic>> allOn = analyzers.SelectMany(analyzer => analyzer.SupportedDiagnostics)
            .Select(descriptor => descriptor.Id).Distinct().Where(id => !Silly.Contains(id))
            .Select(id => KeyValuePair.Create(id, ReportDiagnostic.Warn));
        compilation = compilation.WithOptions(compilation.Options.WithSpecificDiagnosticOptions(allOn));
        Assert.That(analyzers, Has.Length.GreaterThan(100));
        Assert.That(Analysis.By(analyzers, compilation).Where(one => !Silly.Contains(one.Id)), Is.Empty);
    }

    private static IEnumerable<Diagnostic> Warnings(CSharpCompilation compilation, bool undocumented) =>
        compilation.GetDiagnostics().Where(one => one.Severity >= DiagnosticSeverity.Warning && !(undocumented && one.Id == "CS1591"));

    private static ImmutableArray<DiagnosticAnalyzer> SdkAnalyzers()
    {
        string dotnet = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", ".."));
        string folder = Directory.GetDirectories(Path.Combine(dotnet, "sdk"), "10.*").Order(StringComparer.Ordinal).Last();
        return
        [
            .. Directory.GetFiles(Path.Combine(folder, "Sdks", "Microsoft.NET.Sdk", "analyzers"), "*NetAnalyzers.dll")
                .SelectMany(path => new AnalyzerFileReference(path, new Loader()).GetAnalyzers(LanguageNames.CSharp)),
        ];
    }

    private sealed class Loader : IAnalyzerAssemblyLoader
    {
        public void AddDependencyLocation(string fullPath)
        {
        }

        public System.Reflection.Assembly LoadFromPath(string fullPath) => System.Reflection.Assembly.LoadFrom(fullPath);
    }
}
