using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Capsule.Generators.Parsing;

/// <summary>Reads the comment above a declaration from its syntax: a compilation that writes no documentation file does not bind comments.</summary>
internal static class DocumentationParser
{
    public static string Parse(SyntaxNode? declaration)
    {
        if (declaration is null || !declaration.HasLeadingTrivia)
        {
            return "";
        }

        string text = "";
        foreach (SyntaxTrivia trivia in declaration.GetLeadingTrivia())
        {
            if (IsComment(trivia.Kind()) && trivia.ToFullString() is var comment && IsDocumentation(comment))
            {
                text += comment.EndsWith("\n", StringComparison.Ordinal) ? comment : comment + "\n";
            }
        }

        return text;
    }

    public static string Parse(ISymbol symbol, CancellationToken cancellation) =>
        symbol.DeclaringSyntaxReferences
            .OrderBy(static reference => reference.SyntaxTree.FilePath, StringComparer.Ordinal)
            .Select(reference => Parse(reference.GetSyntax(cancellation)))
            .FirstOrDefault(static text => text.Length > 0) ?? "";

    private static bool IsComment(SyntaxKind kind) => kind
        is SyntaxKind.SingleLineCommentTrivia
        or SyntaxKind.MultiLineCommentTrivia
        or SyntaxKind.SingleLineDocumentationCommentTrivia
        or SyntaxKind.MultiLineDocumentationCommentTrivia;

    private static bool IsDocumentation(string comment) =>
        comment.StartsWith("///", StringComparison.Ordinal) || comment.StartsWith("/**", StringComparison.Ordinal);
}
