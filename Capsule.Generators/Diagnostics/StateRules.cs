using Capsule.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Capsule.Generators.Diagnostics;

/// <summary>Rules about what a model keeps beside its attributes. The generator leaves nothing out for them: the class works, and forgets.</summary>
internal static class StateRules
{
    private static readonly HashSet<string> MutableCollections = new(StringComparer.Ordinal)
    {
        "List`1", "Dictionary`2", "HashSet`1", "SortedSet`1", "SortedDictionary`2", "SortedList`2", "LinkedList`1", "Queue`1", "Stack`1",
        "IList`1", "ICollection`1", "IDictionary`2", "ISet`1",
    };

    public static IEnumerable<Finding> Check(INamedTypeSymbol model, Compilation compilation)
    {
        foreach (ISymbol member in model.GetMembers().Where(static member => member is { IsStatic: false, IsImplicitlyDeclared: false } && !IsGenerated(member)))
        {
            if (Problem(member) is { } problem)
            {
                yield return new(member, Diagnostic.Create(Descriptors.UntrackedState, Places.OfName(member), member.Name, problem));
            }
        }
    }

    private static string? Problem(ISymbol member) => member switch
    {
        IFieldSymbol { IsConst: false, IsReadOnly: false, AssociatedSymbol: null } => "can be set",
        IFieldSymbol { IsConst: false, AssociatedSymbol: null } field => ProblemOf(field.Type),
        IPropertySymbol property when IsAuto(property) => property.SetMethod is { IsInitOnly: false } ? "can be set" : ProblemOf(property.Type),
        _ => null,
    };

    private static string? ProblemOf(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol => "is an array, whose elements can be set",
        INamedTypeSymbol named when MutableCollections.Contains(named.MetadataName) && IsOfCollections(named) => $"is of type '{named.Name}', whose items can change",
        _ => null,
    };

    private static bool IsOfCollections(INamedTypeSymbol type) => type.ContainingNamespace.ToDisplayString() == "System.Collections.Generic";

    /// <summary>A property with a field of its own that the family of attributes does not look at: it is not public.</summary>
    private static bool IsAuto(IPropertySymbol property) =>
        !property.IsPartialDefinition
        && property.DeclaredAccessibility != Accessibility.Public
        && Places.Declarations(property).OfType<PropertyDeclarationSyntax>().Any(static declaration =>
            declaration.AccessorList is { } list && list.Accessors.All(static accessor => accessor is { Body: null, ExpressionBody: null }));

    private static bool IsGenerated(ISymbol member) => member.Locations is [{ SourceTree.FilePath: var path }, ..] && path.EndsWith(".g.cs", StringComparison.Ordinal);
}
