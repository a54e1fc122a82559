using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Capsule.CodeFixes;

/// <summary>CAP0002: makes a type around a model partial.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class MakeContainerPartial() : ModelCodeFix<TypeDeclarationSyntax>("CAP0002")
{
    private protected override string Title(TypeDeclarationSyntax declaration) => $"Make '{declaration.Identifier.ValueText}' partial";

    private protected override TypeDeclarationSyntax Fix(TypeDeclarationSyntax declaration) => declaration.WithPartial();
}
