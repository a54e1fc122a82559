using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Capsule.CodeFixes;

/// <summary>Adds and removes modifiers, with the spaces, comments and line breaks around the declaration as they were.</summary>
internal static class Modifiers
{
    /// <summary>Puts <c>partial</c> last, where C# wants it for a type.</summary>
    public static TDeclaration WithPartial<TDeclaration>(this TDeclaration declaration)
        where TDeclaration : MemberDeclarationSyntax
    {
        SyntaxToken partial = SyntaxFactory.Token(SyntaxKind.PartialKeyword).WithTrailingTrivia(SyntaxFactory.Space);
        if (declaration.Modifiers.Count > 0)
        {
            return (TDeclaration)declaration.WithModifiers(declaration.Modifiers.Add(partial));
        }

        // The new token stands where the first one after the annotations stood.
        SyntaxToken first = declaration.AttributeLists.Count == 0 ? declaration.GetFirstToken() : declaration.AttributeLists.Last().GetLastToken().GetNextToken();
        TDeclaration bare = declaration.ReplaceToken(first, first.WithLeadingTrivia());
        return (TDeclaration)bare.WithModifiers([partial.WithLeadingTrivia(first.LeadingTrivia)]);
    }

    /// <summary>Takes a modifier away; the one after it takes its place.</summary>
    public static TDeclaration Without<TDeclaration>(this TDeclaration declaration, params SyntaxKind[] kinds)
        where TDeclaration : MemberDeclarationSyntax
    {
        SyntaxToken[] removed = [.. declaration.Modifiers.Where(modifier => kinds.Contains(modifier.Kind()))];
        foreach (SyntaxKind kind in removed.Select(static modifier => modifier.Kind()))
        {
            SyntaxToken modifier = declaration.Modifiers.First(one => one.IsKind(kind));
            SyntaxToken next = modifier.GetNextToken();
            SyntaxTriviaList leading = modifier.LeadingTrivia;
            declaration = declaration.ReplaceToken(next, next.WithLeadingTrivia(leading.AddRange(next.LeadingTrivia)));
            declaration = (TDeclaration)declaration.WithModifiers(declaration.Modifiers.Remove(declaration.Modifiers.First(one => one.IsKind(kind))));
        }

        return declaration;
    }
}
