using Capsule.Generators.Models;
using Capsule.Generators.Writing;
using Microsoft.CodeAnalysis;

namespace Capsule.Generators.Parsing.Computed;

/// <summary>Properties with <c>[Computed(OnServer = true)]</c> → attributes. Nothing is translated for a mirror: the body tells what the value is computed from, if it can be read.</summary>
internal static class OnServerParser
{
    /// <exception cref="OutsideSubsetException">It is computed from itself.</exception>
    public static AttributeSpec Parse(IPropertySymbol property, TypeRef type, Compilation compilation, CancellationToken cancellation) => new(
        new PropertySpec(Identifier.Escape(property.Name), Symbols.Keywords(property.DeclaredAccessibility), DocumentationParser.Parse(property, cancellation)),
        "get",
        "set",
        WireNames.OfMember(property),
        type.In(WireNames.MirrorOf(property)),
        HasInitialValue: false,
        IsClientEditable: false,
        IsServerOnly: false)
    {
        Rules = new([]),
        FormerNames = FormerNames.Of(property),
        Visibility = AccessParser.Visibility(property),
        Label = Annotated.Display(property)?.Argument("Name") is null ? null : TextParser.Label(property),
        Display = DisplayParser.Parse(property),
        OnServer = Sources(property, compilation, cancellation),
    };

    private static OnServerSpec Sources(IPropertySymbol property, Compilation compilation, CancellationToken cancellation)
    {
        var translation = new Translation(property.ContainingType) { ReadsSecrets = true };
        return IsRead(translation, property, compilation, cancellation)
            ? new(translation.Dependencies.ToEquatableArray(), translation.IsLocal && !translation.Dependencies.Contains(Translation.AnyPlace))
            : new(new[] { Translation.Anything }.ToEquatableArray(), IsLocal: false);
    }

    /// <summary>Whether all of the body was understood.</summary>
    private static bool IsRead(Translation translation, IPropertySymbol property, Compilation compilation, CancellationToken cancellation)
    {
        try
        {
            if (ComputedBody.Bind(property, compilation, cancellation) is not { } body)
            {
                return false;
            }

            _ = translation.Of(body);
            return ComputedDependencies.Complete(translation, property, compilation, cancellation);
        }
        catch (OutsideSubsetException problem) when (problem.Problem != ComputedProblem.Circle)
        {
            return false;
        }
    }
}
