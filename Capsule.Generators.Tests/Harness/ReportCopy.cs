using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Capsule.Generators.Tests.Harness;

/// <summary>An access report as the build gives it to the compiler.</summary>
internal sealed class ReportCopy(string text) : AdditionalText
{
    public override string Path => "/project/capsule.access.md";

    public AnalyzerOptions AnalyzerOptions => new([this], new Provider());

    public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);

    private sealed class Provider : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Values(ImmutableDictionary<string, string>.Empty);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) =>
            new Values(ImmutableDictionary<string, string>.Empty.Add("build_metadata.AdditionalFiles.CapsuleAccess", "true"));
    }

    private sealed class Values(ImmutableDictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
    }
}
