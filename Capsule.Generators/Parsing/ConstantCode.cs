using System.Globalization;
using Capsule.Generators.Writing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Capsule.Generators.Parsing;

/// <summary>Arguments of attributes → C# expressions that any code can hold.</summary>
internal static class ConstantCode
{
    /// <summary>The expression that makes the attribute.</summary>
    public static string Creation(AttributeData annotation)
    {
        string arguments = string.Join(", ", annotation.ConstructorArguments.Select(Of));
        string named = string.Join(", ", annotation.NamedArguments.Select(static one => $"{one.Key} = {Of(one.Value)}"));
        return $"new {Symbols.FullName(annotation.AttributeClass!)}({arguments}){(named.Length > 0 ? $" {{ {named} }}" : "")}";
    }

    private static string Of(TypedConstant constant) => constant switch
    {
        { IsNull: true } => "null",
        { Kind: TypedConstantKind.Array } => $"new {Symbols.FullName(constant.Type!)} {{ {string.Join(", ", constant.Values.Select(Of))} }}",
        { Kind: TypedConstantKind.Type } => $"typeof({Symbols.FullName((ITypeSymbol)constant.Value!)})",
        { Kind: TypedConstantKind.Enum } => $"({Symbols.FullName(constant.Type!)})({Convert.ToString(constant.Value, CultureInfo.InvariantCulture)})",
        { Value: double.NaN } => "double.NaN",
        { Value: double.PositiveInfinity } => "double.PositiveInfinity",
        { Value: double.NegativeInfinity } => "double.NegativeInfinity",
        { Value: string text } => Literal.Of(text),
        _ => $"({Symbols.FullName(constant.Type!)})({SymbolDisplay.FormatPrimitive(constant.Value!, quoteStrings: true, useHexadecimalNumbers: false)}{Suffix(constant.Value!)})",
    };

    private static string Suffix(object value) => value switch
    {
        float => "F",
        double => "D",
        long => "L",
        ulong => "UL",
        uint => "U",
        _ => "",
    };
}
