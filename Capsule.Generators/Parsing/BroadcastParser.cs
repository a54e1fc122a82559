using Capsule.Generators.Models;
using Capsule.Generators.Writing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Capsule.Generators.Parsing;

/// <summary>Methods with <c>[Broadcast]</c> → specs.</summary>
internal static class BroadcastParser
{
    public static BroadcastSpec Parse(IMethodSymbol method, CancellationToken cancellation) => new(
        Identifier.Escape(method.Name),
        WireName.FromName(method.Name),
        Modifiers(method, cancellation),
        method.Parameters.Select(static one => new ParameterSpec(one.Name, TypeParser.Parse(one.Type)?.In(WireNames.MirrorOf(one.ContainingSymbol)))).ToEquatableArray(),
        DocumentationParser.Parse(method, cancellation));

    /// <summary>Both parts of a method say the same.</summary>
    private static string Modifiers(IMethodSymbol method, CancellationToken cancellation) =>
        method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) is MethodDeclarationSyntax declaration
            ? string.Join(" ", declaration.Modifiers.Where(static one => !one.IsKind(SyntaxKind.PartialKeyword)).Select(static one => one.Text))
            : "";
}
