using Capsule.Generators.Writing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Capsule.Generators.Parsing;

/// <summary>Arguments of attributes, and what parameters are without an argument → C# expressions that any code can hold.</summary>
internal static class ConstantCode
{
    /// <summary>The expression that makes the attribute.</summary>
    public static string Creation(AttributeData annotation)
    {
        string arguments = string.Join(", ", annotation.ConstructorArguments.Select(Of));
        string named = string.Join(", ", annotation.NamedArguments.Select(static one => $"{one.Key} = {Of(one.Value)}"));
        return $"new {Symbols.FullName(annotation.AttributeClass!)}({arguments}){(named.Length > 0 ? $" {{ {named} }}" : "")}";
    }

    /// <summary>The expression of a constant of this type; null is also the constant of a struct's beginning.</summary>
    public static string Of(object? value, ITypeSymbol type) => value switch
    {
        null => "default",
        double.NaN => "double.NaN",
        double.PositiveInfinity => "double.PositiveInfinity",
        double.NegativeInfinity => "double.NegativeInfinity",
        float.NaN => "float.NaN",
        float.PositiveInfinity => "float.PositiveInfinity",
        float.NegativeInfinity => "float.NegativeInfinity",
        string text => Literal.Of(text),
        _ => $"({Symbols.FullName(WithoutNull(type))})({SymbolDisplay.FormatPrimitive(value, quoteStrings: true, useHexadecimalNumbers: false)}{Suffix(value)})",
    };

    private static string Of(TypedConstant constant) => constant switch
    {
        { IsNull: true } => "null",
        { Kind: TypedConstantKind.Array } => $"new {Symbols.FullName(constant.Type!)} {{ {string.Join(", ", constant.Values.Select(Of))} }}",
        { Kind: TypedConstantKind.Type } => $"typeof({Symbols.FullName((ITypeSymbol)constant.Value!)})",
        _ => Of(constant.Value, constant.Type!),
    };

    private static ITypeSymbol WithoutNull(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var value] } ? value : type;

    private static string Suffix(object value) => value switch
    {
        float => "F",
        double => "D",
        long => "L",
        ulong => "UL",
        uint => "U",
        decimal => "M",
        _ => "",
    };
}
