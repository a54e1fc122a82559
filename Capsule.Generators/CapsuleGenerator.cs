using Capsule.Generators.Emitting.CSharp;
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
        IncrementalValuesProvider<ModelSpec> models = context.SyntaxProvider
            .ForAttributeWithMetadataName(KnownNames.CapsuleModelAttribute, ModelParser.IsCandidate, ModelParser.Parse)
            .WithTrackingName(TrackingNames.Parsed)
            .OfModels()
            .WithTrackingName(TrackingNames.Models);

        context.RegisterSourceOutput(models, ModelFile.Emit);
        context.RegisterImplementationSourceOutput(models, MirrorFile.Emit);
    }
}
