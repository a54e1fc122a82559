using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Capsule.CodeFixes;

/// <summary>The answer to one diagnostic: another text for the declaration that it points into. Fix All applies it everywhere.</summary>
/// <typeparam name="TDeclaration">The kind of declaration.</typeparam>
public abstract class ModelCodeFix<TDeclaration> : CodeFixProvider
    where TDeclaration : SyntaxNode
{
    private protected ModelCodeFix(string diagnosticId) => FixableDiagnosticIds = [diagnosticId];

    /// <inheritdoc/>
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; }

    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SyntaxNode? root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            if (root?.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<TDeclaration>() is { } declaration
                && Title(declaration) is { } title)
            {
                context.RegisterCodeFix(
                    CodeAction.Create(title, _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(declaration, Fix(declaration)))), GetType().Name),
                    diagnostic);
            }
        }
    }

    /// <summary>What the fix is called in the editor, or null where it does not apply.</summary>
    private protected abstract string? Title(TDeclaration declaration);

    /// <summary>The declaration as it should be.</summary>
    private protected abstract TDeclaration Fix(TDeclaration declaration);
}
