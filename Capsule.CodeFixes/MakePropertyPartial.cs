using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Capsule.CodeFixes;

/// <summary>CAP0007: makes an auto-property of a model partial. One with a body has two answers, and gets none.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class MakePropertyPartial() : ModelCodeFix<PropertyDeclarationSyntax>("CAP0007")
{
    private protected override string? Title(PropertyDeclarationSyntax declaration) =>
        declaration.AccessorList is { } list && list.Accessors.All(static accessor => accessor is { Body: null, ExpressionBody: null })
            ? $"Make '{declaration.Identifier.ValueText}' partial"
            : null;

    private protected override PropertyDeclarationSyntax Fix(PropertyDeclarationSyntax declaration) => declaration.WithPartial();
}
