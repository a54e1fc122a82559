using Capsule.Generators.Models;
using Capsule.Generators.Parsing;
using Microsoft.CodeAnalysis;

namespace Capsule.Generators.Diagnostics;

/// <summary>Rules about methods that are called over the wire.</summary>
internal static class MethodRules
{
    public static IEnumerable<Finding> Check(INamedTypeSymbol model, Compilation compilation)
    {
        foreach (IMethodSymbol method in ModelMembers.Methods(model))
        {
            if (method.Parameters.Select(parameter => parameter.Type).Append(method.ReturnType).Any(PropertyRules.HasUnknownType))
            {
                yield return new(method, null);
            }
            else if ((CheckShape(model, method) ?? RequirementRules.Check(method) ?? CheckTypes(method)) is { } diagnostic)
            {
                yield return new(method, diagnostic);
            }
        }
    }

    private static Diagnostic? CheckShape(INamedTypeSymbol model, IMethodSymbol method)
    {
        string? problem = method switch
        {
            { MethodKind: not MethodKind.Ordinary } => "is no ordinary method",
            { DeclaredAccessibility: not Accessibility.Public } =>
                $"is not public: {(method.Has(KnownNames.Exposed) ? "a client" : "another server")} may call it, so write 'public'",
            { IsGenericMethod: true } => "has type parameters, which the wire cannot carry",
            { RefKind: not RefKind.None } => "returns a reference",
            _ => null,
        };
        problem ??= method.Has(KnownNames.Exposed) && method.Has(KnownNames.ServerCallable)
            ? "is [ServerCallable] too, and servers may call whatever is exposed: remove one of the two"
            : null;
        problem ??= (method.IsStatic ? AsyncMethodRules.Problem(method) : AsyncMethodRules.ProblemOfInstance(method)) ?? ParameterProblem(method) ?? NameProblem(model, method);
        return problem is null ? null : Diagnostic.Create(Descriptors.MethodShape, Places.OfName(method), method.Name, problem);
    }

    private static string? ParameterProblem(IMethodSymbol method)
    {
        foreach (IParameterSymbol parameter in method.Parameters)
        {
            if (parameter.RefKind != RefKind.None)
            {
                return $"takes '{parameter.Name}' by reference: arguments are copies";
            }

            if (ParameterSources.Of(parameter) == ParameterSource.Services && parameter.Type.IsValueType)
            {
                return $"takes '{parameter.Name}' from services, and a service is a class or an interface";
            }
        }

        return method.Parameters
            .Where(static parameter => ParameterSources.Of(parameter) is not (ParameterSource.Caller or ParameterSource.Services))
            .GroupBy(ParameterSources.Of)
            .FirstOrDefault(static group => group.Count() > 1) is { } twice
            ? $"takes more than one {twice.First().Type.Name}"
            : null;
    }

    /// <summary>A handle's method is called as the model's, with <c>Async</c> behind it unless it ends so already.</summary>
    private static string? NameProblem(INamedTypeSymbol model, IMethodSymbol method) =>
        model.GetMembers(method.Name).OfType<IMethodSymbol>().Count() > 1 ? "is overloaded, and on the wire a method is only its name: rename one"
        : method.Name.EndsWith("Async", StringComparison.Ordinal)
            && ModelMembers.Methods(model).Any(other => other.Name + "Async" == method.Name)
            ? $"has the name that '{method.Name.Substring(0, method.Name.Length - "Async".Length)}' has in handles: rename one"
        : null;

    private static Diagnostic? CheckTypes(IMethodSymbol method)
    {
        foreach (IParameterSymbol parameter in method.Parameters)
        {
            if (ParameterSources.Of(parameter) == ParameterSource.Caller && Problem(parameter.Type) is { } problem)
            {
                return Create(method, Places.OfType(parameter), $"its argument '{parameter.Name}'", parameter.Type, problem);
            }
        }

        return Tasks.ResultOf(method) is { } result && Problem(result) is { } wrong
            ? Create(method, Places.OfResult(method), "its result", result, wrong)
            : null;
    }

    private static string? Problem(ITypeSymbol type) =>
        TypeParser.Parse(type) is not { } known ? AttributeRules.Supported
        : EnumRules.FirstProblem(type, known)?.Problem;

    private static Diagnostic Create(IMethodSymbol method, Location place, string what, ITypeSymbol type, string problem) =>
        Diagnostic.Create(Descriptors.MethodType, place, method.Name, what, type.ToDisplayString(), problem);
}
