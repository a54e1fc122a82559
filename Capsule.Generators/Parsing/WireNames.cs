using Capsule.Generators.Models;
using Microsoft.CodeAnalysis;

namespace Capsule.Generators.Parsing;

/// <summary>The names that models and their members have on the wire.</summary>
internal static class WireNames
{
    public static string OfModel(ITypeSymbol model) => model.Annotation(KnownNames.CapsuleModelName).FirstText() ?? WireName.FromName(model.Name);

    public static string OfMember(ISymbol member) => JsonPropertyName(member).FirstText() ?? WireName.FromName(member.Name);

    /// <summary>The mirror of the model that a member belongs to.</summary>
    public static string MirrorOf(ISymbol member) => WireName.ToMirrorName(OfModel(member.ContainingType));

    /// <summary>The attribute of System.Text.Json that names a member.</summary>
    public static AttributeData? JsonPropertyName(ISymbol member) =>
        member.GetAttributes().FirstOrDefault(annotation =>
            annotation.AttributeClass is { Name: KnownNames.JsonPropertyName, ContainingNamespace: { Name: "Serialization", ContainingNamespace.Name: "Json" } });
}
