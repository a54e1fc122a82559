using Capsule.Generators.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Capsule.Generators.Parsing.Computed;

/// <summary>What stands at an index, under a key, or within a range.</summary>
internal static class Indexers
{
    public static Script Property(Translation translation, IPropertyReferenceOperation operation)
    {
        IOperation? instance = operation.Instance;
        string index = operation.Arguments.Length == 1 ? translation.TextOf(operation.Arguments[0].Value) : throw Outside.Subset(operation);
        Script read = instance?.Type switch
        {
            { SpecialType: SpecialType.System_String } => translation.Call("charAt", translation.TextOf(instance), index),
            { } type when ValueTypes.IsDictionary(type) => translation.Call("entry", translation.TextOf(instance), index),
            { } type when ValueTypes.ElementOf(type) is not null => translation.Call("itemAt", translation.TextOf(instance), index),
            _ => throw Outside.Subset(operation),
        };
        return ValueTypes.IsDictionary(instance!.Type) ? Members.Incoming(translation, operation.Type!, read) : read;
    }

    public static Script Array(Translation translation, IArrayElementReferenceOperation operation)
    {
        if (operation.Indices.Length != 1)
        {
            throw Outside.Subset(operation);
        }

        string array = translation.TextOf(operation.ArrayReference);
        IOperation index = operation.Indices[0];
        return FromEnd(translation, index) is { } position ? translation.Call("itemAt", array, position.Text, position.IsFromEnd ? "true" : "false")
            : ValueTypes.KindOf(index.Type) == ValueKind.Int32 ? translation.Call("itemAt", array, translation.TextOf(index))
            : throw Outside.Subset(operation);
    }

    /// <summary><c>text[^1]</c>, <c>text[1..^1]</c>, <c>list[^1]</c>.</summary>
    public static Script Implicit(Translation translation, IImplicitIndexerReferenceOperation operation)
    {
        string instance = translation.TextOf(operation.Instance);
        bool isText = operation.Instance.Type?.SpecialType == SpecialType.System_String;
        if (operation.Argument is IRangeOperation range && isText)
        {
            return translation.Call("slice", instance, Bound(translation, range.LeftOperand, "0, false"), Bound(translation, range.RightOperand, "0, true"));
        }

        return FromEnd(translation, operation.Argument) is { } position
            ? translation.Call(isText ? "charAt" : "itemAt", instance, position.Text, position.IsFromEnd ? "true" : "false")
            : throw Outside.Subset(operation);
    }

    private static string Bound(Translation translation, IOperation? operand, string none) =>
        operand is null ? none
        : FromEnd(translation, operand) is { } position ? $"{position.Text}, {(position.IsFromEnd ? "true" : "false")}"
        : throw Outside.Subset(operand);

    /// <summary>The number of an index, and whether it counts from the end.</summary>
    private static (string Text, bool IsFromEnd)? FromEnd(Translation translation, IOperation index) => index switch
    {
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat } hat => (translation.TextOf(hat.Operand), true),
        IConversionOperation { Operand: { Type: { } type } operand } when operand is not IUnaryOperation && ValueTypes.KindOf(type) == ValueKind.Int32 && ValueTypes.KindOf(index.Type) is null =>
            (translation.TextOf(operand), false),
        IConversionOperation { Operand: IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat } hat } => (translation.TextOf(hat.Operand), true),
        _ => null,
    };
}
