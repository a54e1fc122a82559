using System.Collections.Immutable;
using Capsule.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Capsule.Generators.Tests.Harness;

/// <summary>Runs analyzers over a compilation.</summary>
internal static class Analysis
{
    private static readonly ImmutableArray<DiagnosticAnalyzer> OurAnalyzers =
    [
        .. typeof(ClassAnalyzer).Assembly.GetTypes()
            .Where(static type => type.IsSubclassOf(typeof(DiagnosticAnalyzer)) && !type.IsAbstract)
            .Select(static type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    /// <param name="compilation">What is analysed.</param>
    /// <param name="ledger">The schema ledger, if one is kept.</param>
    public static IReadOnlyList<Diagnostic> ByOurs(CSharpCompilation compilation, LedgerCopy? ledger = null) => By(OurAnalyzers, compilation, ledger?.AnalyzerOptions);

    /// <param name="compilation">What is analysed.</param>
    /// <param name="report">The access report that is kept.</param>
    public static IReadOnlyList<Diagnostic> ByOurs(CSharpCompilation compilation, ReportCopy report) => By(OurAnalyzers, compilation, report.AnalyzerOptions);

    /// <summary>What the analyzers find, in the order of the source. One that throws fails the test.</summary>
    public static IReadOnlyList<Diagnostic> By(ImmutableArray<DiagnosticAnalyzer> analyzers, CSharpCompilation compilation, AnalyzerOptions? given = null)
    {
        var failures = new List<Exception>();
        var options = new CompilationWithAnalyzersOptions(
            given ?? new AnalyzerOptions([]), (exception, _, _) => failures.Add(exception), concurrentAnalysis: false, logAnalyzerExecutionTime: false);
        ImmutableArray<Diagnostic> found = compilation.WithAnalyzers(analyzers, options).GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult();
        Assert.That(failures, Is.Empty);
        return [.. found.Where(one => !one.IsSuppressed).OrderBy(one => one.Location.SourceTree?.FilePath).ThenBy(one => one.Location.SourceSpan.Start)];
    }
}
