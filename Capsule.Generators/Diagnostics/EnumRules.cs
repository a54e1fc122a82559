using Capsule.Generators.Models;
using Capsule.Generators.Parsing;
using Microsoft.CodeAnalysis;

namespace Capsule.Generators.Diagnostics;

/// <summary>Rules about enums: on the wire a value is a name, so each value has exactly one and each name exactly one value.</summary>
internal static class EnumRules
{
    /// <summary>The first enum in a type with something wrong about it, as C# writes it, and the sentence that says so.</summary>
    public static (string Name, string Problem)? FirstProblem(ITypeSymbol type, TypeRef known)
    {
        foreach (ITypeSymbol part in Parts(type, known))
        {
            if (Problem(part) is { } problem)
            {
                return (part.WithNullableAnnotation(NullableAnnotation.None).ToDisplayString(), problem);
            }
        }

        return null;
    }

    /// <summary>The enums in a type that is known to be a supported one, so that records in it have an end.</summary>
    private static IEnumerable<ITypeSymbol> Parts(ITypeSymbol type, TypeRef known) => known switch
    {
        { Enum: not null } => [type],
        { Element: { } element } => Parts(((INamedTypeSymbol)type).TypeArguments.Last(), element),
        { Record: { } record } => record.Members.SelectMany(member =>
            Parts(type.GetMembers(member.Name.TrimStart('@')).OfType<IPropertySymbol>().First().Type, member.Type)),
        _ => [],
    };

    /// <summary>A sentence, or null where nothing is wrong.</summary>
    public static string? Problem(ITypeSymbol type)
    {
        INamedTypeSymbol @enum = type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [INamedTypeSymbol inner] }
            ? inner
            : (INamedTypeSymbol)type;
        if (@enum.GetAttributes().Any(static annotation => annotation.AttributeClass.Is("System", "FlagsAttribute")))
        {
            return "it has [Flags], and a combination of values has no name: use a bool for each, or a list of strings";
        }

        IFieldSymbol[] members = [.. EnumParser.Members(@enum)];
        return Pair(members, static member => member.ConstantValue!) is { } equal ? $"its members '{equal.First.Name}' and '{equal.Second.Name}' have the same value: give each its own"
            : Pair(members, static member => WireName.FromName(member.Name)) is { } alike ? $"its members '{alike.First.Name}' and '{alike.Second.Name}' are both '{WireName.FromName(alike.First.Name)}' on the wire: rename one"
            : null;
    }

    private static (IFieldSymbol First, IFieldSymbol Second)? Pair(IFieldSymbol[] members, Func<IFieldSymbol, object> key)
    {
        var first = new Dictionary<object, IFieldSymbol>();
        foreach (IFieldSymbol member in members)
        {
            if (first.TryGetValue(key(member), out IFieldSymbol? other))
            {
                return (other, member);
            }

            first.Add(key(member), member);
        }

        return null;
    }
}
