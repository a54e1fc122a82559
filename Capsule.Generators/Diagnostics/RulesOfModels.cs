using Capsule.Generators.Parsing;
using Microsoft.CodeAnalysis;

namespace Capsule.Generators.Diagnostics;

/// <summary>Which methods are rules that the runtime asks.</summary>
internal static class RulesOfModels
{
    /// <summary>Whether the method overrides one of the runtime's.</summary>
    public static bool IsOverride(IMethodSymbol method)
    {
        IMethodSymbol declared = method;
        while (declared.OverriddenMethod is { } overridden)
        {
            declared = overridden;
        }

        return method.IsOverride && (declared.ContainingType.Is(KnownNames.Namespace, "CapsuleModel") || declared.ContainingType.Is(KnownNames.Namespace, KnownNames.ModelCollection + "`1"));
    }

    /// <summary>Whether the method says who sees a model, or one of its members.</summary>
    public static bool IsOfSeeing(IMethodSymbol method) => method.Name == "CanRead" ? IsOverride(method)
        : AccessParser.IsRule(method) && method.ContainingType.IsModel() && WithDerived(method.ContainingType).Any(model => Names(model, method.Name));

    private static bool Names(INamedTypeSymbol model, string rule) =>
        ModelMembers.DataProperties(model).Any(property => property.Annotation(KnownNames.VisibleTo).FirstText() == rule);

    /// <summary>The generated half of a model that others derive from lists them.</summary>
    private static IEnumerable<INamedTypeSymbol> WithDerived(INamedTypeSymbol model) =>
        model.Annotation(KnownNames.CapsuleFamily, "Internals") is { ConstructorArguments: [{ Kind: TypedConstantKind.Array, Values: var members }] }
            ? members.Select(static member => member.Value).OfType<INamedTypeSymbol>().Append(model)
            : [model];
}
