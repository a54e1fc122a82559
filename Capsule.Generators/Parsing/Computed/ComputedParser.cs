using Capsule.Generators.Models;
using Capsule.Generators.Writing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Capsule.Generators.Parsing.Computed;

/// <summary>Properties with <c>[Computed]</c> → specs, or what is wrong with them.</summary>
internal static class ComputedParser
{
    public static IEnumerable<IPropertySymbol> Properties(INamedTypeSymbol model) =>
        model.GetMembers().OfType<IPropertySymbol>().Where(static property => property.PartialDefinitionPart is null && property.Has(KnownNames.Computed));

    public static ParsedComputed Parse(IPropertySymbol property, Compilation compilation, CancellationToken cancellation)
    {
        SyntaxNode? declaration = property.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation);
        if (ComputedShape.Problem(property, cancellation) is { } shape)
        {
            return new(property, null, ComputedProblem.Shape, property.Locations[0], shape);
        }

        if (TypeParser.Parse(property.Type) is not { } type)
        {
            return new(property, null, ComputedProblem.Type, ((PropertyDeclarationSyntax)declaration!).Type.GetLocation(), property.Type.ToDisplayString());
        }

        try
        {
            if (ModelMembers.IsOnServer(property))
            {
                return new(property, null, null, null, "") { Attribute = OnServerParser.Parse(property, type, compilation, cancellation) };
            }

            var translation = new Translation(property.ContainingType);
            IOperation body = ComputedBody.Bind(property, compilation, cancellation)
                ?? throw new OutsideSubsetException(ComputedProblem.Unknown, declaration!, "");
            Script script = Members.Outgoing(translation, property.Type, translation.Of(body));
            ComputedDependencies.Complete(translation, property, compilation, cancellation);
            translation.Needs(property);
            return new(property, Spec(property, type, translation, script, cancellation), null, null, "");
        }
        catch (OutsideSubsetException problem)
        {
            return new(property, null, problem.Problem, problem.Place.GetLocation(), problem.Message);
        }
    }

    private static ComputedSpec Spec(IPropertySymbol property, TypeRef type, Translation translation, Script script, CancellationToken cancellation) => new(
        new PropertySpec(Identifier.Escape(property.Name), Symbols.Keywords(property.DeclaredAccessibility), DocumentationParser.Parse(property, cancellation)),
        WireNames.OfMember(property),
        type.In(WireNames.MirrorOf(property)),
        script.Text,
        translation.UsesClient,
        translation.Asked.ToEquatableArray(),
        translation.Dependencies.ToEquatableArray())
    {
        Requirements = translation.Requirements.ToEquatableArray(),
    };
}
