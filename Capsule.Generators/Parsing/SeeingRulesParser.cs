using Capsule.Generators.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Capsule.Generators.Parsing;

/// <summary>
/// The rules of a model that say who sees what, and whether they read more than the model itself. What they read is told by names, because the generator's compilation does not know what is
/// generated; what is not sure counts as more.
/// </summary>
internal static class SeeingRulesParser
{
    private const string CanRead = "CanRead";

    public static SeeingRulesSpec Parse(INamedTypeSymbol model, Compilation compilation, CancellationToken cancellation)
    {
        IReadOnlyList<INamedTypeSymbol> classes = [model, .. ModelMembers.Bases(model)];
        IReadOnlyList<IMethodSymbol> canRead = [.. OverridesOfCanRead(classes)];
        IEnumerable<IMethodSymbol> rules = canRead.Concat(Rules(classes));
        return new(canRead.Count > 0, rules.Any(rule => ReadsMore(rule, classes, compilation, cancellation)));
    }

    /// <summary>Whether the model itself decides who sees it.</summary>
    public static bool HasCanRead(INamedTypeSymbol model) => OverridesOfCanRead([model, .. ModelMembers.Bases(model)]).Any();

    private static IEnumerable<IMethodSymbol> OverridesOfCanRead(IReadOnlyList<INamedTypeSymbol> classes) =>
        classes.SelectMany(static one => one.GetMembers(CanRead)).OfType<IMethodSymbol>().Where(static one => one.IsOverride);

    /// <summary>The rules that members of the classes name; one that a class overrides with what it overrides.</summary>
    private static IEnumerable<IMethodSymbol> Rules(IReadOnlyList<INamedTypeSymbol> classes) => classes
        .SelectMany(ModelMembers.DataProperties)
        .Select(static property => property.Annotation(KnownNames.VisibleTo).FirstText())
        .OfType<string>()
        .Distinct()
        .SelectMany(name => classes.SelectMany(one => one.GetMembers(name)).OfType<IMethodSymbol>().Where(AccessParser.IsRule));

    private static bool ReadsMore(IMethodSymbol rule, IReadOnlyList<INamedTypeSymbol> classes, Compilation compilation, CancellationToken cancellation)
    {
        if (rule.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) is not MethodDeclarationSyntax declaration || !compilation.ContainsSyntaxTree(declaration.SyntaxTree))
        {
            return true;
        }

        SyntaxNode? body = (SyntaxNode?)declaration.ExpressionBody ?? declaration.Body;
        var known = new HashSet<string>(Known(declaration, classes), StringComparer.Ordinal);
        SemanticModel semantics = compilation.GetSemanticModel(declaration.SyntaxTree);
        return body is null
            || body.DescendantNodes().OfType<BaseExpressionSyntax>().Any()
            || body.DescendantNodes().OfType<SimpleNameSyntax>().Where(IsRead).Any(name =>
                !known.Contains(name.Identifier.ValueText) && semantics.GetSymbolInfo(name, cancellation).Symbol is not (INamespaceOrTypeSymbol or IFieldSymbol { IsConst: true }));
    }

    private static IEnumerable<string> Known(MethodDeclarationSyntax declaration, IReadOnlyList<INamedTypeSymbol> classes) =>
    [
        "nameof", "Id",
        .. declaration.DescendantNodes().OfType<ParameterSyntax>().Select(static one => one.Identifier.ValueText),
        .. declaration.DescendantNodes().OfType<VariableDeclaratorSyntax>().Select(static one => one.Identifier.ValueText),
        .. declaration.DescendantNodes().OfType<SingleVariableDesignationSyntax>().Select(static one => one.Identifier.ValueText),
        .. declaration.DescendantNodes().OfType<ForEachStatementSyntax>().Select(static one => one.Identifier.ValueText),
        .. classes.SelectMany(ModelMembers.PartialProperties).Where(static property => !ModelMembers.IsCollection(property) && !property.Has(KnownNames.Reference)).Select(static property => property.Name),
    ];

    /// <summary>Whether a name begins a chain of members, rather than going on from what was read before, or is a member of <c>this</c>.</summary>
    private static bool IsRead(SimpleNameSyntax name) => name.Parent switch
    {
        MemberAccessExpressionSyntax access when access.Name == name => access.Expression.IsKind(SyntaxKind.ThisExpression),
        MemberBindingExpressionSyntax or NameColonSyntax or QualifiedNameSyntax => false,
        SubpatternSyntax => false,
        _ => true,
    };
}
