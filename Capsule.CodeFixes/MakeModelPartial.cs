using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Capsule.CodeFixes;

/// <summary>CAP0001: makes the class of a model partial.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class MakeModelPartial() : ModelCodeFix<TypeDeclarationSyntax>("CAP0001")
{
    private protected override string Title(TypeDeclarationSyntax declaration) => $"Make '{declaration.Identifier.ValueText}' partial";

    private protected override TypeDeclarationSyntax Fix(TypeDeclarationSyntax declaration) => declaration.WithPartial();
}
