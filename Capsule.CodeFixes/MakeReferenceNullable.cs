using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Capsule.CodeFixes;

/// <summary>CAP0047: makes the type of a reference nullable, or takes its initial value away. One to no model has no single answer, and gets none.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class MakeReferenceNullable() : ModelCodeFix<PropertyDeclarationSyntax>("CAP0047")
{
    private protected override string? Title(PropertyDeclarationSyntax declaration) => declaration switch
    {
        { Type: NullableTypeSyntax, Initializer: not null } => "Remove the initial value",
        { Type: NameSyntax and not GenericNameSyntax } => $"Write '{declaration.Type}?'",
        _ => null,
    };

    private protected override PropertyDeclarationSyntax Fix(PropertyDeclarationSyntax declaration) =>
        declaration.Type is NullableTypeSyntax ? WithoutInitialValue(declaration)
        : declaration.WithType(SyntaxFactory.NullableType(declaration.Type.WithoutTrailingTrivia()).WithTrailingTrivia(declaration.Type.GetTrailingTrivia()));

    private static PropertyDeclarationSyntax WithoutInitialValue(PropertyDeclarationSyntax declaration) => declaration
        .WithInitializer(null)
        .WithSemicolonToken(default)
        .WithAccessorList(declaration.AccessorList!.WithoutTrailingTrivia())
        .WithTrailingTrivia(declaration.GetTrailingTrivia());
}
