using Microsoft.CodeAnalysis;

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
            string line = trivia.ToFullString();
            if (line.StartsWith("///", StringComparison.Ordinal) || line.StartsWith("/**", StringComparison.Ordinal))
            {
                text += line.EndsWith("\n", StringComparison.Ordinal) ? line : line + "\n";
            }
        }

        return text;
    }

    public static string Parse(ISymbol symbol, CancellationToken cancellation) =>
        symbol.DeclaringSyntaxReferences
            .OrderBy(static reference => reference.SyntaxTree.FilePath, StringComparer.Ordinal)
            .Select(reference => Parse(reference.GetSyntax(cancellation)))
            .FirstOrDefault(static text => text.Length > 0) ?? "";
}
