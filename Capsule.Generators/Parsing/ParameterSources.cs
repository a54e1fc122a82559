using Capsule.Generators.Models;
using Microsoft.CodeAnalysis;

namespace Capsule.Generators.Parsing;

/// <summary>Which parameters of an exposed method are on the wire, and who fills the others.</summary>
internal static class ParameterSources
{
    public static ParameterSource Of(IParameterSymbol parameter) =>
        IsFromServices(parameter) ? ParameterSource.Services
        : IsTurnContext(parameter.Type) ? ParameterSource.Turn
        : parameter.ContainingSymbol.IsStatic ? OfStatic(parameter.Type)
        : ParameterSource.Caller;

    public static bool IsTurnContext(ITypeSymbol type) => type.Is(KnownNames.Namespace, KnownNames.TurnContext);

    /// <summary>The class of the root in <c>TreeHandle&lt;TRoot&gt;</c>; null for other types.</summary>
    public static ITypeSymbol? RootOf(ITypeSymbol type) =>
        type is INamedTypeSymbol { TypeArguments: [var root] } && type.Is(KnownNames.Namespace, KnownNames.TreeHandle) ? root : null;

    public static bool IsCancellationToken(ITypeSymbol type) =>
        type is { Name: "CancellationToken", ContainingNamespace: { Name: "Threading", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } };

    /// <summary>By the attribute's name alone: ASP.NET Core's, which the runtime does not know, means the same.</summary>
    public static bool IsFromServices(IParameterSymbol parameter)
    {
        foreach (AttributeData annotation in parameter.GetAttributes())
        {
            if (annotation.AttributeClass?.Name == KnownNames.FromServices)
            {
                return true;
            }
        }

        return false;
    }

    private static ParameterSource OfStatic(ITypeSymbol type) =>
        RootOf(type) is not null ? ParameterSource.Tree
        : type.Is(KnownNames.Namespace, KnownNames.ModelId) ? ParameterSource.Model
        : type.Is(KnownNames.Namespace, KnownNames.CapsuleUser) ? ParameterSource.User
        : IsCancellationToken(type) ? ParameterSource.Cancellation
        : ParameterSource.Caller;
}
