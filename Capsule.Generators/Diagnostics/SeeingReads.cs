using Capsule.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Capsule.Generators.Diagnostics;

/// <summary>
/// What a rule of seeing reads of which no change has it asked again: what is in collections, what references point at, the rest of the tree, clocks, chance, and statics. Own methods and
/// getters that the rule calls are looked into where they stand in the same file.
/// </summary>
internal sealed class SeeingReads(IMethodSymbol rule, CancellationToken cancellation)
{
    private readonly HashSet<ISymbol> _followed = new(SymbolEqualityComparer.Default) { rule };

    /// <summary>The places, from the outside in: of what is told nothing is told again.</summary>
    public IEnumerable<(SyntaxNode Place, string What)> Of(IOperation operation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (operation is INameOfOperation)
        {
            return [];
        }

        return (Problem(operation) ?? ProblemOfCalled(operation)) is { } problem
            ? [(operation.Syntax, problem)]
            : operation.ChildOperations.SelectMany(Of);
    }

    private static string? Problem(IOperation operation) => operation switch
    {
        _ when ModelReads.Collection(operation) is { } collection => $"reads the collection '{collection}'",
        _ when ModelReads.Target(operation) is { } reference => $"reads what '{reference}' refers to",
        IPropertyReferenceOperation { Property: var property } => ProblemOf(property),
        IInvocationOperation { TargetMethod: var method } => OutsideReads.Of(method),
        IObjectCreationOperation { Constructor: { } constructor } => OutsideReads.Of(constructor),
        IFieldReferenceOperation { Field: { IsStatic: true, IsConst: false, IsReadOnly: false } field } => $"reads '{field.Name}', which is static and can be set",
        _ => null,
    };

    private static string? ProblemOf(IPropertySymbol property) => OutsideReads.Of(property)
        ?? (property is { IsStatic: true, SetMethod: not null } ? $"reads '{property.Name}', which is static and can be set" : null);

    private string? ProblemOfCalled(IOperation operation)
    {
        IMethodSymbol? called = operation switch
        {
            IInvocationOperation { TargetMethod: var method } => method.OriginalDefinition,
            IPropertyReferenceOperation { Property: { IsPartialDefinition: false } property } when !ModelMembers.IsOnServer(property) => property.GetMethod?.OriginalDefinition,
            _ => null,
        };

        // Rules of seeing are told of themselves.
        if (called is null || RulesOfModels.IsOfSeeing(called) || Body(called, operation) is not { } body || !_followed.Add(called))
        {
            return null;
        }

        return Of(body).Select(static found => found.What).FirstOrDefault() is { } what ? $"calls '{(called.AssociatedSymbol ?? called).Name}', which {what}" : null;
    }

    private IOperation? Body(IMethodSymbol called, IOperation caller)
    {
        SyntaxNode? declaration = called.DeclaringSyntaxReferences.FirstOrDefault(one => one.SyntaxTree == caller.Syntax.SyntaxTree)?.GetSyntax(cancellation);
        return declaration is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or ArrowExpressionClauseSyntax or LocalFunctionStatementSyntax
            ? caller.SemanticModel?.GetOperation(declaration, cancellation)
            : null;
    }
}
