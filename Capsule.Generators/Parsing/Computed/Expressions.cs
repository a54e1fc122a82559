using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Capsule.Generators.Parsing.Computed;

/// <summary>Which family of expressions an operation belongs to.</summary>
internal static class Expressions
{
    public static Script Of(Translation translation, IOperation operation) => operation switch
    {
        IInvalidOperation => throw new OutsideSubsetException(ComputedProblem.Unknown, operation.Syntax, ""),
        { ConstantValue.HasValue: true, Type: { } type } => Literals.Of(operation.ConstantValue.Value, type) ?? throw Outside.Subset(operation),
        IParenthesizedOperation one => translation.Of(one.Operand),
        IInstanceReferenceOperation one => Members.Instance(translation, one),
        IParameterReferenceOperation one => Variable(translation, one.Parameter, one),
        ILocalReferenceOperation one => Variable(translation, one.Local, one),
        IPropertyReferenceOperation one => Members.Property(translation, one),
        IFieldReferenceOperation one => Members.Field(translation, one),
        IConversionOperation one => Conversions.Of(translation, one),
        IUnaryOperation one => Arithmetic.Unary(translation, one),
        IBinaryOperation one => Binary.Of(translation, one),
        IConditionalOperation { WhenFalse: not null } one => Conditionals.Conditional(translation, one),
        ISwitchExpressionOperation one => Conditionals.Switch(translation, one),
        ICoalesceOperation one => Nulls.Coalesce(translation, one),
        IConditionalAccessOperation one => Nulls.Access(translation, one),
        IConditionalAccessInstanceOperation => translation.Receivers.Peek(),
        IIsPatternOperation one => Patterns.Is(translation, one),
        IIsTypeOperation one => Patterns.IsType(translation, one),
        IArrayElementReferenceOperation one => Indexers.Array(translation, one),
        IImplicitIndexerReferenceOperation one => Indexers.Implicit(translation, one),
        IInvocationOperation one => Calls.Of(translation, one),
        IObjectCreationOperation one => Calls.Creation(translation, one),
        IInterpolatedStringOperation one => Texts.Interpolated(translation, one, isInvariant: false),
        IDefaultValueOperation { Type: { } type } => Literals.Default(type) ?? throw Outside.Subset(operation),
        IArrayCreationOperation { Initializer: { } initializer } => List(translation, initializer.ElementValues),
        ICollectionExpressionOperation one when !one.Elements.OfType<ISpreadOperation>().Any() => List(translation, one.Elements),
        _ => throw Outside.Subset(operation),
    };

    private static Script Variable(Translation translation, ISymbol symbol, IOperation operation) =>
        translation.Variables.TryGetValue(symbol, out Script script) ? script : throw Outside.Subset(operation);

    private static Script List(Translation translation, IEnumerable<IOperation> elements) => new($"[{string.Join(", ", elements.Select(translation.TextOf))}]");
}
