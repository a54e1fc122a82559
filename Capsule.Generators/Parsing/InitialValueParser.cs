using System.Globalization;
using Capsule.Generators.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Capsule.Generators.Parsing;

/// <summary>Initial values that can be read off the source: literals, members of enums, and lists of these.</summary>
internal static class InitialValueParser
{
    /// <summary>The value; null where only running the class would tell.</summary>
    public static InitialValueSpec? Parse(IPropertySymbol property, TypeRef type, CancellationToken cancellation) =>
        property.DeclaringSyntaxReferences
            .Select(reference => (reference.GetSyntax(cancellation) as PropertyDeclarationSyntax)?.Initializer?.Value)
            .FirstOrDefault(static value => value is not null) is { } initial
            ? Read(initial, type)
            : null;

    private static InitialValueSpec? Read(ExpressionSyntax expression, TypeRef type) => type.Kind switch
    {
        ValueKind.String => Literal(expression) is string text ? OfText(text) : null,
        ValueKind.Boolean => Literal(expression) is bool value ? new(value ? "true" : "false") : null,
        ValueKind.Enum => expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name }
            && type.Enum!.Members.FirstOrDefault(member => member.Name.TrimStart('@') == name) is { } member ? OfText(member.WireName) : null,
        ValueKind.Strings => ReadList(expression, new TypeRef(ValueKind.String, IsNullable: false)),
        ValueKind.List => ReadList(expression, type.Element!),
        _ when type.IsNumber => Number(expression) is { } digits
            ? new(digits, IsText: type.Kind is ValueKind.Int64 or ValueKind.UInt64 or ValueKind.Decimal)
            : null,
        _ => null,
    };

    private static InitialValueSpec? ReadList(ExpressionSyntax expression, TypeRef element)
    {
        if (expression is not CollectionExpressionSyntax list)
        {
            return null;
        }

        InitialValueSpec?[] items = [.. list.Elements.Select(item => item is ExpressionElementSyntax { Expression: { } value } ? Read(value, element) : null)];
        return items.Any(static item => item is null) ? null : new("", Items: items.OfType<InitialValueSpec>().ToEquatableArray());
    }

    private static InitialValueSpec OfText(string text) => new(text, IsText: true);

    private static object? Literal(ExpressionSyntax expression) => (expression as LiteralExpressionSyntax)?.Token.Value;

    private static string? Number(ExpressionSyntax expression) => expression switch
    {
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.UnaryMinusExpression, Operand: LiteralExpressionSyntax operand } => Number(operand) is { } digits ? "-" + digits : null,
        LiteralExpressionSyntax { Token.Value: float number } => number.ToString("R", CultureInfo.InvariantCulture),
        LiteralExpressionSyntax { Token.Value: double number } => number.ToString("R", CultureInfo.InvariantCulture),
        LiteralExpressionSyntax { Token.Value: decimal or int or uint or long or ulong } literal => Convert.ToString(literal.Token.Value, CultureInfo.InvariantCulture),
        _ => null,
    };
}
