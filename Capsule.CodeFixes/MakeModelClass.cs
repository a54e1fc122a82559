using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Capsule.CodeFixes;

/// <summary>CAP0003: turns a record without parameters, or a struct, into a class.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class MakeModelClass() : ModelCodeFix<TypeDeclarationSyntax>("CAP0003")
{
    private protected override string? Title(TypeDeclarationSyntax declaration) =>
        declaration is RecordDeclarationSyntax or StructDeclarationSyntax && declaration.ParameterList is null
            ? $"Make '{declaration.Identifier.ValueText}' a class"
            : null;

    private protected override TypeDeclarationSyntax Fix(TypeDeclarationSyntax declaration)
    {
        TypeDeclarationSyntax bare = declaration.Without(SyntaxKind.ReadOnlyKeyword, SyntaxKind.RefKeyword);
        SyntaxToken keyword = SyntaxFactory.Token(bare.Keyword.LeadingTrivia, SyntaxKind.ClassKeyword, [SyntaxFactory.Space]);
        return SyntaxFactory.ClassDeclaration(
            bare.AttributeLists,
            bare.Modifiers,
            keyword,
            bare.Identifier,
            bare.TypeParameterList,
            bare.BaseList,
            bare.ConstraintClauses,
            bare.OpenBraceToken,
            bare.Members,
            bare.CloseBraceToken,
            bare.SemicolonToken);
    }
}
