using Capsule.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Capsule.Generators.Tests.Diagnostics;

/// <summary>Someone is typing: neither the generator nor an analyzer throws, whatever is there so far.</summary>
public sealed class BrokenSourceTests
{
    private const string Source = """
        namespace Board;
        public enum Kind { A, B }
        public partial class Outer {
            /// <summary>A <see cref="Note"/>.</summary>
            [CapsuleModel("theCard")]
            public partial class Card : IDisposable {
                [ClientEditable, JsonPropertyName("labels")] public partial IReadOnlyList<string>? Tags { get; private set; } = ["a"];
                public partial Kind? Kind { get; set; }
                [ChildCollection] public partial ModelCollection<Note> Notes { get; }
                [ChildModel] public partial Note Note { get; }
                [Exposed] public int Go(string far, TurnContext turn) => 1;
                public void Dispose() { }
            }
        }
        [CapsuleModel] public partial class Note { public partial double X { get; set; } }
        """;

    [Test]
    public void A_source_that_ends_anywhere_is_survived() =>
        Parallel.For(0, Source.Length, length => Survive(Source[..length]));

    [Test]
    public void A_source_that_lacks_any_line_is_survived()
    {
        string[] lines = Source.Split('\n');
        Parallel.For(0, lines.Length, missing => Survive(string.Join('\n', lines.Where((_, index) => index != missing))));
    }

    /// <summary>One source of each diagnostic.</summary>
    private static IEnumerable<DiagnosticCase> OnePerDiagnostic => DiagnosticCases.All.DistinctBy(one => one.Id);

    [TestCaseSource(nameof(OnePerDiagnostic))]
    public void A_mistake_that_ends_anywhere_is_survived(DiagnosticCase mistake) => SurviveAnyEnd(mistake, most: 150);

    [Category("Long")]
    [TestCaseSource(typeof(DiagnosticCases), nameof(DiagnosticCases.All))]
    public void Every_mistake_that_ends_anywhere_is_survived(DiagnosticCase mistake) => SurviveAnyEnd(mistake, most: int.MaxValue);

    [Test]
    public void A_source_that_lacks_any_tokens_is_survived() => SurviveLackOfTokens(Environment.TickCount, 2000);

    [Test]
    [Category("Long")]
    public void Sources_that_lack_any_tokens_are_survived() => SurviveLackOfTokens(Environment.TickCount, 20_000);

    [TestCase("[CapsuleModel(null)] public partial class Card;")]
    [TestCase("[CapsuleModel(1)] public partial class Card;")]
    [TestCase("[CapsuleModel(\"a\\\"\\n\")] public partial class Card; [CapsuleModel] public partial class Other { [ChildModel] public partial Card Card { get; } }")]
    [TestCase("[CapsuleModel(\"\")] public partial class Card; [CapsuleModel] public partial class Other { [ChildModel] public partial Card Card { get; } }")]
    [TestCase("[CapsuleModel, CapsuleModel] public partial class Card;")]
    [TestCase("[CapsuleModel] public partial class ;")]
    [TestCase("[CapsuleModel] public partial class Card : Card;")]
    [TestCase("[CapsuleModel] public partial class Card : Missing { public partial Missing A { get; set; } }")]
    [TestCase("[CapsuleModel] public partial class Card { public partial int A { get; set; } public partial int A { get => 1; set { } } }")]
    [TestCase("[CapsuleModel] public partial class Card { public partial int A { get; set; } public partial string A { get; set; } }")]
    [TestCase("[CapsuleModel] public partial class Card { [ChildCollection] public partial ModelCollection<> A { get; } }")]
    [TestCase("[CapsuleModel] public partial interface Card { int A { get; set; } }")]
    [TestCase("[CapsuleModel] public partial class Card { public enum E { A = E.B, B = E.A } public partial E A { get; set; } }")]
    [TestCase("/// <summary>not <xml</summary>\n[CapsuleModel] public partial class Card;")]
    public void Nonsense_is_survived(string source) => Survive(source);

    /// <param name="mistake">What is cut off.</param>
    /// <param name="most">How often at most: a source that is longer is cut at even distances.</param>
    private static void SurviveAnyEnd(DiagnosticCase mistake, int most)
    {
        string source = MarkedSource.Parse(mistake.Source).Text;
        LedgerCopy? ledger = mistake.Ledger is null ? null : new LedgerCopy(MarkedSource.Parse(mistake.Ledger).Text);
        int distance = 1 + (source.Length / most);
        Parallel.For(0, source.Length / distance, cut => Survive(source[..(cut * distance)], ledger, mistake.Report));
    }

    /// <param name="seed">Printed; put the one of a failure in its place to have it again.</param>
    /// <param name="count">How many sources.</param>
    private static void SurviveLackOfTokens(int seed, int count)
    {
        TestContext.Out.WriteLine($"Seed {seed}");
        string[] sources = [Source, .. DiagnosticCases.All.Select(one => MarkedSource.Parse(one.Source).Text)];
        Parallel.For(0, count, index =>
        {
            var random = new Random(unchecked(seed + index));
            string source = sources[random.Next(sources.Length)];
            SyntaxToken[] tokens = [.. CSharpSyntaxTree.ParseText(source).GetRoot().DescendantTokens()];
            for (int lack = random.Next(1, 4); lack > 0; lack--)
            {
                TextSpan token = tokens[random.Next(tokens.Length)].Span;
                source = source[..Math.Min(token.Start, source.Length)] + new string(' ', Math.Clamp(source.Length - token.Start, 0, token.Length)) + source[Math.Min(token.End, source.Length)..];
            }

            try
            {
                Survive(source);
            }
            catch (Exception exception)
            {
                throw new AssertionException($"Seed {unchecked(seed + index)}:\n{source}", exception);
            }
        });
    }

    private static void Survive(string source, LedgerCopy? ledger = null, string? report = null)
    {
        CSharpCompilation output = GeneratorRun.Start(Compilations.Create(source), ledger).Output;
        Analysis.ByOurs(output, ledger);
        if (report is not null)
        {
            Analysis.ByOurs(output, new ReportCopy(report[..Math.Min(source.Length, report.Length)]));
        }
    }
}
