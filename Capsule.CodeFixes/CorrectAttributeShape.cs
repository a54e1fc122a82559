using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Capsule.CodeFixes;

/// <summary>CAP0009: writes <c>set</c> for <c>init</c>, and takes away <c>required</c> and <c>virtual</c>. A missing accessor is added:
/// a private setter, because nobody could set the attribute before.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class CorrectAttributeShape() : ModelCodeFix<PropertyDeclarationSyntax>("CAP0009")
{
    private protected override string? Title(PropertyDeclarationSyntax declaration) =>
        Wrong(declaration) is { } wrong ? $"Remove '{wrong.ValueText}'"
        : Init(declaration) is not null ? "Write 'set' for 'init'"
        : Has(declaration, SyntaxKind.GetAccessorDeclaration) && !Has(declaration, SyntaxKind.SetAccessorDeclaration) ? "Add a private setter"
        : null;

    private protected override PropertyDeclarationSyntax Fix(PropertyDeclarationSyntax declaration) =>
        Wrong(declaration) is { } wrong ? declaration.Without(wrong.Kind())
        : Init(declaration) is { } init ? declaration.ReplaceNode(init, Setter(init))
        : declaration.WithAccessorList(declaration.AccessorList!.AddAccessors(
            SyntaxFactory.AccessorDeclaration(SyntaxKind.SetAccessorDeclaration)
                .WithModifiers([SyntaxFactory.Token(SyntaxKind.PrivateKeyword).WithTrailingTrivia(SyntaxFactory.Space)])
                .WithSemicolonToken(SyntaxFactory.Token(SyntaxKind.SemicolonToken))
                .WithTrailingTrivia(SyntaxFactory.Space)));

    private static SyntaxToken? Wrong(PropertyDeclarationSyntax declaration) =>
        declaration.Modifiers.Where(static modifier => modifier.Kind() is SyntaxKind.RequiredKeyword or SyntaxKind.VirtualKeyword)
            .Select(static modifier => (SyntaxToken?)modifier).FirstOrDefault();

    private static AccessorDeclarationSyntax? Init(PropertyDeclarationSyntax declaration) =>
        declaration.AccessorList?.Accessors.FirstOrDefault(static accessor => accessor.IsKind(SyntaxKind.InitAccessorDeclaration));

    private static bool Has(PropertyDeclarationSyntax declaration, SyntaxKind kind) =>
        declaration.AccessorList?.Accessors.Any(kind) == true;

    private static AccessorDeclarationSyntax Setter(AccessorDeclarationSyntax init) =>
        SyntaxFactory.AccessorDeclaration(
            SyntaxKind.SetAccessorDeclaration,
            init.AttributeLists,
            init.Modifiers,
            SyntaxFactory.Token(SyntaxKind.SetKeyword).WithTriviaFrom(init.Keyword),
            init.Body,
            init.ExpressionBody,
            init.SemicolonToken);
}
