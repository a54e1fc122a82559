using Capsule.Generators.Models;
using Capsule.Generators.Parsing;
using Microsoft.CodeAnalysis;

namespace Capsule.Generators.Diagnostics;

/// <summary>Rules about the records that a model uses: in its mirror each is an interface by its simple name, and TypeScript would make one of two by the same.</summary>
internal static class RecordRules
{
    public static IEnumerable<Finding> Check(INamedTypeSymbol model, Compilation compilation)
    {
        var named = new Dictionary<string, (INamedTypeSymbol Record, ISymbol Member)>(StringComparer.Ordinal);
        foreach ((ISymbol member, ITypeSymbol type, Location place) in Uses(model))
        {
            if (TypeParser.Parse(type) is null)
            {
                continue;
            }

            foreach (INamedTypeSymbol record in RecordsIn(type))
            {
                if (!named.TryGetValue(record.Name, out (INamedTypeSymbol Record, ISymbol Member) first))
                {
                    named.Add(record.Name, (record, member));
                }
                else if (!SymbolEqualityComparer.Default.Equals(first.Record, record))
                {
                    yield return new(member, Diagnostic.Create(
                        Descriptors.RecordsOfOneName, place, member.Name, record.ToDisplayString(), first.Member.Name, first.Record.ToDisplayString(), record.Name));
                    break;
                }
            }
        }
    }

    /// <summary>What clients see the types of.</summary>
    private static IEnumerable<(ISymbol Member, ITypeSymbol Type, Location Place)> Uses(INamedTypeSymbol model)
    {
        foreach (IPropertySymbol property in ModelMembers.Attributes(model).Concat(ModelMembers.OnServer(model)).Where(static one => !one.Has(KnownNames.ServerOnly)))
        {
            yield return (property, property.Type, Places.OfType(property));
        }

        foreach (IMethodSymbol method in ModelMembers.Methods(model).Where(static one => one.Has(KnownNames.Exposed)))
        {
            foreach (IParameterSymbol parameter in method.Parameters.Where(static one => ParameterSources.Of(one) == ParameterSource.Caller))
            {
                yield return (method, parameter.Type, Places.OfType(parameter));
            }

            if (Tasks.ResultOf(method) is { } result)
            {
                yield return (method, result, Places.OfResult(method));
            }
        }

        foreach (IParameterSymbol parameter in ModelMembers.Broadcasts(model).SelectMany(static one => one.Parameters))
        {
            yield return (parameter.ContainingSymbol, parameter.Type, Places.OfType(parameter));
        }
    }

    /// <summary>The records in a type that is known to be a supported one, so that they have an end.</summary>
    private static IEnumerable<INamedTypeSymbol> RecordsIn(ITypeSymbol type) => type switch
    {
        INamedTypeSymbol { IsRecord: true } record => record.GetMembers().OfType<IPropertySymbol>()
            .Where(static property => property is { DeclaredAccessibility: Accessibility.Public, IsStatic: false })
            .SelectMany(static property => RecordsIn(property.Type))
            .Append((INamedTypeSymbol)record.WithNullableAnnotation(NullableAnnotation.None)),
        INamedTypeSymbol { TypeArguments: [.., var held] } => RecordsIn(held),
        _ => [],
    };
}
