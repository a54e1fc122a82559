using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Capsule.Generators.Parsing.Computed;

/// <summary>References that an expression reads.</summary>
internal static class References
{
    /// <summary>Whether more is done with what a reference points at than to ask whether it is there or for a value that is stored in it: then what is computed
    /// of it may lead back.</summary>
    public static bool LeadsOn(IPropertyReferenceOperation reference)
    {
        IOperation operation = reference;
        while (operation.Parent is IConversionOperation { IsImplicit: true } conversion)
        {
            operation = conversion;
        }

        return operation.Parent switch
        {
            IPropertyReferenceOperation member => !IsStored(member),
            IConditionalAccessOperation access when access.Operation == operation => !IsStored(access.WhenNotNull),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } => false,
            IIsPatternOperation { Pattern: IConstantPatternOperation or INegatedPatternOperation { Pattern: IConstantPatternOperation } } => false,
            _ => true,
        };
    }

    private static bool IsStored(IOperation operation) =>
        operation is IPropertyReferenceOperation { Property: var property } && !property.Has(KnownNames.Computed) && TypeParser.Parse(property.Type) is not null;
}
