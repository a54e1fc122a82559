using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Capsule.Generators.Parsing.Computed;

/// <summary>The expression of a computed property, bound.</summary>
internal static class ComputedBody
{
    /// <summary>The expression, in the compilation as it is or, where that lacks the base class, in one that has it; null where there is none.</summary>
    public static IOperation? Bind(IPropertySymbol property, Compilation compilation, CancellationToken cancellation)
    {
        if (Syntax(property, cancellation) is not { } syntax || !compilation.ContainsSyntaxTree(syntax.SyntaxTree))
        {
            return null;
        }

        IOperation? bound = Bind(syntax, compilation, cancellation);
        return IsWhole(bound) ? bound : Bind(syntax, CompletedCompilation.Of(compilation), cancellation);
    }

    /// <summary>Where the expression stands; null where the getter is more than one.</summary>
    public static SyntaxNode? Syntax(IPropertySymbol property, CancellationToken cancellation) =>
        property.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax(cancellation)).OfType<PropertyDeclarationSyntax>().FirstOrDefault() switch
        {
            { ExpressionBody: { } arrow } => arrow,
            { AccessorList.Accessors: [{ ExpressionBody: { } arrow }] } => arrow,
            { AccessorList.Accessors: [{ Body: { Statements: [ReturnStatementSyntax { Expression: not null }] } body }] } => body,
            _ => null,
        };

    /// <summary>Whether there is a getter with a body of any kind.</summary>
    public static bool HasOne(IPropertySymbol property, CancellationToken cancellation) =>
        property.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax(cancellation)).OfType<PropertyDeclarationSyntax>()
            .Any(static one => one is { ExpressionBody: not null } or { AccessorList.Accessors: [{ ExpressionBody: not null } or { Body: not null }] });

    private static IOperation? Bind(SyntaxNode syntax, Compilation compilation, CancellationToken cancellation) =>
        compilation.GetSemanticModel(syntax.SyntaxTree).GetOperation(syntax, cancellation) is IBlockOperation { Operations: [IReturnOperation { ReturnedValue: { } value }] } ? value : null;

    private static bool IsWhole(IOperation? operation) => operation is not null && !operation.DescendantsAndSelf().Any(static one => one is IInvalidOperation || one.Type?.TypeKind == TypeKind.Error);
}
