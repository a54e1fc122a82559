using Microsoft.CodeAnalysis;

namespace Capsule.Generators.Parsing;

/// <summary>The attributes of System.ComponentModel.DataAnnotations on a property.</summary>
internal static class Annotated
{
    private const string Validation = "ValidationAttribute";

    /// <summary>Those that validate, in the order in which they are written.</summary>
    public static IEnumerable<AttributeData> Rules(IPropertySymbol property) => property.GetAttributes().Where(static one => IsRule(one.AttributeClass));

    public static AttributeData? Display(ISymbol member) =>
        member.GetAttributes().FirstOrDefault(static one => IsKnown(one.AttributeClass) && one.AttributeClass!.Name == "DisplayAttribute");

    /// <summary>Whether the class is one of .NET's own, and not derived from one.</summary>
    public static bool IsKnown(INamedTypeSymbol? type) => type is
    {
        ContainingNamespace:
        {
            Name: "DataAnnotations",
            ContainingNamespace: { Name: "ComponentModel", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } },
        },
    };

    public static object? Argument(this AttributeData annotation, string name) =>
        annotation.NamedArguments.FirstOrDefault(one => one.Key == name).Value is { IsNull: false, Kind: not TypedConstantKind.Array } value ? value.Value : null;

    private static bool IsRule(INamedTypeSymbol? type)
    {
        if (IsKnown(type) && type!.Name is "DataTypeAttribute")
        {
            return false;
        }

        for (; type is not null; type = type.BaseType)
        {
            if (type.Name == Validation && IsKnown(type))
            {
                return true;
            }
        }

        return false;
    }
}
