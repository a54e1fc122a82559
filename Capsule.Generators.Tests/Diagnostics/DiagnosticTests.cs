using Capsule.Generators.Diagnostics;
using Capsule.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace Capsule.Generators.Tests.Diagnostics;

/// <summary>Each mistake is told at its place, with the way out, and nothing else is.</summary>
[TestFixtureSource(typeof(DiagnosticCases), nameof(DiagnosticCases.All))]
public sealed class DiagnosticTests(DiagnosticCase mistake)
{
    private readonly MarkedSource _source = MarkedSource.Parse(mistake.Source);

    private readonly MarkedSource? _ledger = mistake.Ledger is null ? null : MarkedSource.Parse(mistake.Ledger);

    [Test]
    public void It_is_reported_once_with_this_message_at_this_place()
    {
        IReadOnlyList<Diagnostic> found = Find(_source.Text);
        Assert.That(found, Has.Count.EqualTo(1));
        Assert.That(found[0].Id, Is.EqualTo(mistake.Id));
        Assert.That(found[0].GetMessage(), Is.EqualTo(mistake.Message));
        Assert.That(found[0].Location.SourceSpan, Is.EqualTo((mistake.IsInLedger ? _ledger! : _source).Place));
        Assert.That(found[0].Location.GetLineSpan().Path, mistake.IsInLedger ? Is.EqualTo(LedgerCopy.Original) : Is.Not.EqualTo(LedgerCopy.Original));
        Assert.That(found[0].Severity, Is.EqualTo(mistake.Severity));
    }

    [Test]
    public void A_pragma_silences_it() =>
        Assert.That(Find($"#pragma warning disable {mistake.Id}\n{_source.Text}"), mistake.IsInLedger ? Has.Count.EqualTo(1) : Is.Empty);

    [Test]
    public void The_generator_leaves_out_what_is_wrong_and_says_nothing()
    {
        GeneratorRun run = Run(_source.Text);
        Assert.That(run.Result.Diagnostics, Is.Empty);
        IEnumerable<Diagnostic> inGenerated = run.Output.GetDiagnostics()
            .Where(one => one.Severity == DiagnosticSeverity.Error && one.Location.SourceTree!.FilePath.EndsWith(".g.cs", StringComparison.Ordinal));
        Assert.That(inGenerated, Is.Empty);
    }

    private IReadOnlyList<Diagnostic> Find(string source) => mistake.Report is { } report
        ? Analysis.ByOurs(Run(source).Output, new ReportCopy(report))
        : Analysis.ByOurs(Run(source).Output, _ledger is null ? null : new LedgerCopy(_ledger.Text));

    private GeneratorRun Run(string source) => mistake.Library is not { } library
        ? GeneratorRun.Of(source)
        : GeneratorRun.Of(Compilations.Create(new Source("Models.cs", source)).AddReferences(Compilations.Library(library)));
}
