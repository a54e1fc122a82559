using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Capsule.CodeFixes;

/// <summary>CAP0014: takes away the annotation that the other one rules out. Secrecy stays: <c>[ClientEditable]</c> goes before
/// <c>[ServerOnly]</c>, and both go from a collection or a child model. One that is both of these has two answers, and gets none.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class RemoveContradiction() : ModelCodeFix<PropertyDeclarationSyntax>("CAP0014")
{
    private static readonly string[] Removable = ["ClientEditable", "ServerOnly"];

    private protected override string? Title(PropertyDeclarationSyntax declaration) =>
        Wrong(declaration) is { } wrong ? $"Remove '[{Name(wrong)}]'" : null;

    private protected override PropertyDeclarationSyntax Fix(PropertyDeclarationSyntax declaration)
    {
        AttributeSyntax wrong = Wrong(declaration)!;
        var list = (AttributeListSyntax)wrong.Parent!;
        if (list.Attributes.Count > 1)
        {
            return declaration.ReplaceNode(list, list.WithAttributes(list.Attributes.Remove(wrong)));
        }

        SyntaxToken next = list.GetLastToken().GetNextToken();
        SyntaxTriviaList leading = list.GetLeadingTrivia();
        PropertyDeclarationSyntax moved = declaration.ReplaceToken(next, next.WithLeadingTrivia(leading));
        return moved.WithAttributeLists(moved.AttributeLists.RemoveAt(declaration.AttributeLists.IndexOf(list)));
    }

    private static AttributeSyntax? Wrong(PropertyDeclarationSyntax declaration)
    {
        AttributeSyntax[] all = [.. declaration.AttributeLists.SelectMany(static list => list.Attributes)];
        bool isBoth = all.Any(static one => Name(one) == "ChildCollection") && all.Any(static one => Name(one) == "ChildModel");
        return isBoth ? null : Removable.Select(name => all.FirstOrDefault(one => Name(one) == name)).FirstOrDefault(static one => one is not null);
    }

    private static string Name(AttributeSyntax annotation)
    {
        NameSyntax name = annotation.Name;
        string last = name is QualifiedNameSyntax qualified ? qualified.Right.Identifier.ValueText : ((SimpleNameSyntax)name).Identifier.ValueText;
        return last.EndsWith("Attribute", StringComparison.Ordinal) ? last.Substring(0, last.Length - "Attribute".Length) : last;
    }
}
