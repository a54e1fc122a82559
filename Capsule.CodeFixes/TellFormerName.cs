using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Capsule.CodeFixes;

/// <summary>CAP0058: writes <c>[Renamed]</c> with the name that the ledger knows.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class TellFormerName() : CodeFixProvider
{
    /// <summary>Under this key the diagnostic carries the former name.</summary>
    private const string FormerName = "FormerName";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["CAP0058"];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SyntaxNode? root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            if (root?.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<MemberDeclarationSyntax>() is { } declaration
                && diagnostic.Properties.TryGetValue(FormerName, out string? name) && name is not null)
            {
                string annotation = $"[Renamed({SymbolDisplay.FormatLiteral(name, quote: true)})]";
                context.RegisterCodeFix(
                    CodeAction.Create(
                        $"Write '{annotation}'",
                        _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(declaration, WithAnnotation(declaration, annotation)))),
                        nameof(TellFormerName)),
                    diagnostic);
            }
        }
    }

    /// <summary>Behind the annotations that are there, on the line of what follows them.</summary>
    private static MemberDeclarationSyntax WithAnnotation(MemberDeclarationSyntax declaration, string annotation)
    {
        AttributeListSyntax list = ((MemberDeclarationSyntax)SyntaxFactory.ParseMemberDeclaration(annotation + " int field;")!).AttributeLists[0];
        SyntaxToken first = declaration.AttributeLists.Count == 0 ? declaration.GetFirstToken() : declaration.AttributeLists.Last().GetLastToken().GetNextToken();
        MemberDeclarationSyntax bare = declaration.ReplaceToken(first, first.WithLeadingTrivia());
        return bare.WithAttributeLists(bare.AttributeLists.Add(list.WithLeadingTrivia(first.LeadingTrivia)));
    }
}
