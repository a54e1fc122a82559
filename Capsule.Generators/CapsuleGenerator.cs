using Capsule.Generators.Emitting.CSharp;
using Capsule.Generators.Ledger;
using Capsule.Generators.Models;
using Capsule.Generators.Parsing;
using Microsoft.CodeAnalysis;

namespace Capsule.Generators;

/// <summary>Completes every class with <c>[CapsuleModel]</c>, and writes its mirror.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class CapsuleGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<ModelSpec> parsed = context.SyntaxProvider
            .ForAttributeWithMetadataName(KnownNames.CapsuleModelAttribute, ModelParser.IsCandidate, ModelParser.Parse)
            .WithTrackingName(TrackingNames.Parsed)
            .OfModels()
            .WithTrackingName(TrackingNames.Models);

        IncrementalValueProvider<EquatableArray<Family>> families = parsed
            .Select(Families.LineOf)
            .Collect()
            .Select(Families.Of)
            .WithTrackingName(TrackingNames.Families);

        IncrementalValuesProvider<ModelSpec> models = parsed
            .Combine(families)
            .Select(Families.Resolve)
            .WithTrackingName(TrackingNames.Resolved);

        IncrementalValueProvider<EquatableArray<string>> ambiguousNames = models
            .Select(HintNames.NameOf)
            .Collect()
            .Select(HintNames.FindAmbiguous)
            .WithTrackingName(TrackingNames.AmbiguousNames);

        IncrementalValueProvider<LedgerState?> ledger = context.AdditionalTextsProvider
            .Combine(context.AnalyzerConfigOptionsProvider)
            .Select(LedgerParser.Parse)
            .Collect()
            .Select(LedgerParser.First)
            .WithTrackingName(TrackingNames.Ledger);

        IncrementalValuesProvider<(ModelSpec Model, LedgerEntry? Entry)> joined = models
            .Combine(ledger)
            .Select(LedgerJoin.Join)
            .WithTrackingName(TrackingNames.Joined);

        IncrementalValuesProvider<EquatableArray<LedgerEntry>> entries = joined
            .Select(ModelValues.ToEntry)
            .Collect()
            .Combine(ledger)
            .SelectMany(LedgerJoin.All)
            .WithTrackingName(TrackingNames.LedgerEntries);

        IncrementalValuesProvider<(ModelSpec Model, EquatableArray<string> AmbiguousNames)> files = joined
            .Select(ModelValues.ToModel)
            .WithTrackingName(TrackingNames.Histories)
            .Combine(ambiguousNames)
            .WithTrackingName(TrackingNames.Files);

        context.RegisterSourceOutput(files, ModelFile.Emit);
        context.RegisterImplementationSourceOutput(files, MirrorFile.Emit);
        context.RegisterImplementationSourceOutput(entries, LedgerFile.Emit);
    }
}
