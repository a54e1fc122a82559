using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Capsule.CodeFixes;

/// <summary>CAP0010: gives a child collection the type <c>ModelCollection</c>, and takes its setter away.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class CorrectCollectionShape() : ModelCodeFix<PropertyDeclarationSyntax>("CAP0010")
{
    private static readonly string[] OtherCollections =
        ["List", "IList", "ICollection", "IEnumerable", "IReadOnlyList", "IReadOnlyCollection", "Collection", "ObservableCollection"];

    private protected override string? Title(PropertyDeclarationSyntax declaration) =>
        Other(declaration) is { } other ? $"Write 'ModelCollection' for '{other.Identifier.ValueText}'"
        : Setter(declaration) is not null ? "Remove the setter"
        : null;

    private protected override PropertyDeclarationSyntax Fix(PropertyDeclarationSyntax declaration)
    {
        if (Other(declaration) is { } other)
        {
            declaration = declaration.ReplaceNode(
                declaration.Type,
                SyntaxFactory.GenericName(SyntaxFactory.Identifier("ModelCollection"), other.TypeArgumentList).WithTriviaFrom(declaration.Type));
        }

        return Setter(declaration) is { } setter
            ? declaration.RemoveNode(setter, SyntaxRemoveOptions.KeepUnbalancedDirectives)!.WithTrailingTrivia(declaration.GetTrailingTrivia())
            : declaration;
    }

    private static GenericNameSyntax? Other(PropertyDeclarationSyntax declaration)
    {
        TypeSyntax type = declaration.Type is NullableTypeSyntax nullable ? nullable.ElementType : declaration.Type;
        return type is QualifiedNameSyntax qualified ? Known(qualified.Right) : Known(type);
    }

    private static GenericNameSyntax? Known(TypeSyntax type) =>
        type is GenericNameSyntax { TypeArgumentList.Arguments.Count: 1 } name && OtherCollections.Contains(name.Identifier.ValueText) ? name : null;

    private static AccessorDeclarationSyntax? Setter(PropertyDeclarationSyntax declaration) =>
        declaration.AccessorList?.Accessors.FirstOrDefault(static accessor =>
            accessor.Kind() is SyntaxKind.SetAccessorDeclaration or SyntaxKind.InitAccessorDeclaration);
}
