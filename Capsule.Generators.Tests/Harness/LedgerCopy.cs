using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Capsule.Generators.Tests.Harness;

/// <summary>A schema ledger as the build gives it to the compiler.</summary>
internal sealed class LedgerCopy(string text, bool accepts = false) : AdditionalText
{
    /// <summary>The file that people see.</summary>
    public const string Original = "/project/capsule.schema.json";

    public override string Path => "/project/obj/Sample.CapsuleLedger.json";

    public AnalyzerConfigOptionsProvider Options => new Provider(accepts);

    public AnalyzerOptions AnalyzerOptions => new([this], Options);

    /// <summary>A ledger of some models, each as a member of its list.</summary>
    public static string Of(params IEnumerable<string> models) => $"{{\n\"capsuleSchema\": 1,\n\"models\": {{\n{string.Join(",\n", models)}\n}} }}";

    /// <summary>A ledger of a model 'card' with these members.</summary>
    public static string OfCard(params IEnumerable<string> members) => Of($"\"card\": {{ \"members\": {{\n{string.Join(",\n", members)}\n}} }}");

    public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);

    private sealed class Provider(bool accepts) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } =
            new Values(accepts ? ImmutableDictionary<string, string>.Empty.Add("build_property.CapsuleAcceptSchema", "true") : ImmutableDictionary<string, string>.Empty);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => new Values(ImmutableDictionary<string, string>.Empty);

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) =>
            new Values(ImmutableDictionary<string, string>.Empty.Add("build_metadata.AdditionalFiles.CapsuleLedger", Original));
    }

    private sealed class Values(ImmutableDictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
    }
}
