using Microsoft.CodeAnalysis;

namespace Capsule.Generators.Parsing;

/// <summary>Which members of a class are what, in the order of declaration.</summary>
internal static class ModelMembers
{
    public static IEnumerable<IPropertySymbol> Attributes(INamedTypeSymbol model) => PartialProperties(model).Where(IsAttribute);

    public static IEnumerable<IPropertySymbol> Collections(INamedTypeSymbol model) => PartialProperties(model).Where(IsCollection);

    public static IEnumerable<IPropertySymbol> Children(INamedTypeSymbol model) => PartialProperties(model).Where(IsChild);

    /// <summary>Attributes that the server computes.</summary>
    public static IEnumerable<IPropertySymbol> OnServer(INamedTypeSymbol model) =>
        InOrder(model, model.GetMembers().OfType<IPropertySymbol>().Where(static property => !property.IsPartialDefinition && property.PartialDefinitionPart is null && IsOnServer(property)));

    /// <summary>All that a model's data have: attributes, collections and children.</summary>
    public static IEnumerable<IPropertySymbol> DataProperties(INamedTypeSymbol model) => PartialProperties(model).Concat(OnServer(model));

    public static IEnumerable<IMethodSymbol> Methods(INamedTypeSymbol model) =>
        InOrder(model, model.GetMembers().OfType<IMethodSymbol>().Where(static method => method.Has(KnownNames.Exposed) || method.Has(KnownNames.ServerCallable)));

    /// <summary>Methods that tell of happenings: of those in two parts the first.</summary>
    public static IEnumerable<IMethodSymbol> Broadcasts(INamedTypeSymbol model) =>
        InOrder(model, model.GetMembers().OfType<IMethodSymbol>().Where(static method => method.PartialDefinitionPart is null && method.Has(KnownNames.Broadcast)));

    public static IEnumerable<IPropertySymbol> PartialProperties(INamedTypeSymbol model) =>
        InOrder(model, model.GetMembers().OfType<IPropertySymbol>().Where(static property => property.IsPartialDefinition));

    /// <summary>The models above this one, nearest first.</summary>
    public static IEnumerable<INamedTypeSymbol> Bases(INamedTypeSymbol model)
    {
        for (INamedTypeSymbol? above = model.BaseType; above.IsModel(); above = above.BaseType)
        {
            yield return above;
        }
    }

    public static bool IsAttribute(IPropertySymbol property) => !IsCollection(property) && !IsChild(property);

    /// <summary>Whether it is computed, by the server alone.</summary>
    public static bool IsOnServer(IPropertySymbol property) => property.Annotation(KnownNames.Computed)?.Argument("OnServer") is true;

    public static bool IsCollection(IPropertySymbol property) => property.Has(KnownNames.ChildCollection);

    public static bool IsChild(IPropertySymbol property) => property.Has(KnownNames.ChildModel);

    /// <summary>A class in several files has its members in the order of the files in the compilation, which is nobody's decision: they are
    /// put in the order of the files' paths.</summary>
    private static IEnumerable<TMember> InOrder<TMember>(INamedTypeSymbol model, IEnumerable<TMember> members)
        where TMember : ISymbol => model.DeclaringSyntaxReferences.Length == 1 ? members : members.OrderBy(static member => PathOf(member), StringComparer.Ordinal);

    private static string PathOf(ISymbol member) => member.Locations is [{ SourceTree: { } tree }, ..] ? tree.FilePath : "";
}
