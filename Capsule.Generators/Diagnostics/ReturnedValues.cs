using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Capsule.Generators.Diagnostics;

/// <summary>The reads whose values a method gives back as they are, or as a part of what it gives back. What is only asked about them, or made of them by other methods, is not followed.</summary>
/// <param name="body">All operations of the method.</param>
internal sealed class ReturnedValues(IReadOnlyList<IOperation> body)
{
    private readonly HashSet<ILocalSymbol> _followed = new(SymbolEqualityComparer.Default);

    public IEnumerable<IOperation> Find() => body.OfType<IReturnOperation>().Where(IsOfMethod).SelectMany(one => Follow(one.ReturnedValue));

    /// <summary>Not of a lambda or a local function in it.</summary>
    private static bool IsOfMethod(IOperation operation)
    {
        for (IOperation? around = operation.Parent; around is not null; around = around.Parent)
        {
            if (around is IAnonymousFunctionOperation or ILocalFunctionOperation)
            {
                return false;
            }
        }

        return true;
    }

    private IEnumerable<IOperation> Follow(IOperation? value) => value switch
    {
        null => [],
        IPropertyReferenceOperation { Property.ContainingType.IsRecord: true } part => Follow(part.Instance),
        IPropertyReferenceOperation => [value],
        ILocalReferenceOperation { Local: var local } => _followed.Add(local) ? body.SelectMany(operation => Follow(ValueFor(local, operation))) : [],
        IConditionalOperation choice => Follow(choice.WhenTrue).Concat(Follow(choice.WhenFalse)),
        ISwitchExpressionOperation choice => choice.Arms.SelectMany(arm => Follow(arm.Value)),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String } joined => Follow(joined.LeftOperand).Concat(Follow(joined.RightOperand)),
        IBinaryOperation => [],
        IInvocationOperation => [],
        IConversionOperation or IParenthesizedOperation or ICoalesceOperation or IAwaitOperation or ITupleOperation or IObjectCreationOperation or IArgumentOperation
            or IObjectOrCollectionInitializerOperation or IArrayCreationOperation or IArrayInitializerOperation or ICollectionExpressionOperation or ISpreadOperation or IWithOperation
            or IInterpolatedStringOperation or IInterpolationOperation => value.ChildOperations.SelectMany(Follow),
        ISimpleAssignmentOperation assignment => Follow(assignment.Value),
        _ => [],
    };

    /// <summary>What the operation makes of the local, if it does.</summary>
    private static IOperation? ValueFor(ILocalSymbol local, IOperation operation) => operation switch
    {
        IVariableDeclaratorOperation declarator when SymbolEqualityComparer.Default.Equals(declarator.Symbol, local) => declarator.Initializer?.Value,
        ISimpleAssignmentOperation { Target: ILocalReferenceOperation { Local: var target } } assignment when SymbolEqualityComparer.Default.Equals(target, local) => assignment.Value,
        _ => null,
    };
}
