using Capsule.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Capsule.Generators.Diagnostics;

/// <summary>Reads that lead from a model to others.</summary>
internal static class ModelReads
{
    /// <summary>The name of a collection that is read for more than what it is and whose.</summary>
    public static string? Collection(IOperation operation) =>
        operation is IPropertyReferenceOperation { Property: var property } && IsCollection(property.Type) && !IsPassedBy(operation, "Owner", "Name", "Id") ? property.Name : null;

    /// <summary>The name of a reference whose target is read for more than whether it is there and which it is.</summary>
    public static string? Target(IOperation operation) => operation switch
    {
        IPropertyReferenceOperation { Instance: { } instance, Property.Name: not "Id" } => Reference(instance),
        IInvocationOperation { Instance: { } instance } => Reference(instance),
        IConditionalAccessOperation { Operation: var instance, WhenNotNull: not IPropertyReferenceOperation { Property.Name: "Id", Instance: IConditionalAccessInstanceOperation } } => Reference(instance),
        IIsPatternOperation { Value: var value, Pattern: IRecursivePatternOperation pattern } when !pattern.PropertySubpatterns.IsEmpty || pattern.DeclaredSymbol is not null => Reference(value),
        IIsPatternOperation { Value: var value, Pattern: IDeclarationPatternOperation { DeclaredSymbol: not null } } => Reference(value),
        _ => null,
    };

    private static string? Reference(IOperation operation) =>
        WithoutConversion(operation) is IPropertyReferenceOperation { Property: var property } && property.Has(KnownNames.Reference) ? property.Name : null;

    private static bool IsCollection(ITypeSymbol type) => PropertyParser.ItemType(type) is not null || type.Is(KnownNames.Namespace, KnownNames.ModelCollection);

    private static bool IsPassedBy(IOperation operation, params string[] members)
    {
        while (operation.Parent is IConversionOperation conversion)
        {
            operation = conversion;
        }

        return operation.Parent switch
        {
            IPropertyReferenceOperation member => member.Instance == operation && members.Contains(member.Property.Name),
            IConditionalAccessOperation { WhenNotNull: IPropertyReferenceOperation { Instance: IConditionalAccessInstanceOperation } member } => members.Contains(member.Property.Name),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } or IIsTypeOperation => true,
            IIsPatternOperation { Pattern: IConstantPatternOperation or ITypePatternOperation or INegatedPatternOperation { Pattern: IConstantPatternOperation or ITypePatternOperation } } => true,
            _ => false,
        };
    }

    private static IOperation WithoutConversion(IOperation operation) => operation is IConversionOperation { Operand: var operand } ? WithoutConversion(operand) : operation;
}
