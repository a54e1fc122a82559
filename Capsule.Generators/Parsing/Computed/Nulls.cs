using Microsoft.CodeAnalysis.Operations;

namespace Capsule.Generators.Parsing.Computed;

/// <summary><c>??</c> and <c>?.</c>.</summary>
internal static class Nulls
{
    public static Script Coalesce(Translation translation, ICoalesceOperation operation)
    {
        if (operation.WhenNull is IThrowOperation or IConversionOperation { Operand: IThrowOperation })
        {
            throw Outside.Subset(operation.WhenNull);
        }

        bool isConverted = operation.ValueConversion is { IsIdentity: false, IsNullable: false, IsReference: false };
        return isConverted ? throw Outside.Subset(operation) : Script.Operation($"{translation.Of(operation.Value).Atom} ?? {translation.Of(operation.WhenNull).Atom}");
    }

    public static Script Access(Translation translation, IConditionalAccessOperation operation) =>
        translation.Unless(translation.Of(operation.Operation), "it", it =>
        {
            translation.Receivers.Push(it);
            Script result = translation.Of(operation.WhenNotNull);
            translation.Receivers.Pop();
            return result;
        });
}
