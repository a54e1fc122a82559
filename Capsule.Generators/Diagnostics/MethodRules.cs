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
            else if ((CheckShape(model, method) ?? CheckTypes(method)) is { } diagnostic)
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
            { IsStatic: true } => "is static, and a call goes to a model",
            { DeclaredAccessibility: not Accessibility.Public } =>
                $"is not public: {(method.Has(KnownNames.Exposed) ? "a client" : "another server")} may call it, so write 'public'",
            { IsGenericMethod: true } => "has type parameters, which the wire cannot carry",
            { RefKind: not RefKind.None } => "returns a reference",
            _ => null,
        };
        problem ??= method.Has(KnownNames.Exposed) && method.Has(KnownNames.ServerCallable)
            ? "is [ServerCallable] too, and servers may call whatever is exposed: remove one of the two"
            : ParameterProblem(method);
        problem ??= model.GetMembers(method.Name).OfType<IMethodSymbol>().Count() > 1
            ? "is overloaded, and on the wire a method is only its name: rename one"
            : null;
        return problem is null ? null : Diagnostic.Create(Descriptors.MethodShape, Places.OfName(method), method.Name, problem);
    }

    private static string? ParameterProblem(IMethodSymbol method) =>
        method.Parameters.FirstOrDefault(static parameter => parameter.RefKind != RefKind.None) is { } byReference
            ? $"takes '{byReference.Name}' by reference: arguments are copies"
            : method.Parameters.Count(static parameter => MethodParser.IsTurnContext(parameter.Type)) > 1
                ? "takes more than one TurnContext"
                : null;

    private static Diagnostic? CheckTypes(IMethodSymbol method)
    {
        foreach (IParameterSymbol parameter in method.Parameters)
        {
            if (!MethodParser.IsTurnContext(parameter.Type) && Problem(parameter.Type) is { } problem)
            {
                return Create(method, Places.OfType(parameter), $"its argument '{parameter.Name}'", parameter.Type, problem);
            }
        }

        return !method.ReturnsVoid && Problem(method.ReturnType) is { } wrong
            ? Create(method, Places.OfResult(method), "its result", method.ReturnType, wrong)
            : null;
    }

    private static string? Problem(ITypeSymbol type) =>
        TypeParser.Parse(type) is not { } known ? AttributeRules.Supported
        : EnumRules.FirstProblem(type, known)?.Problem;

    private static Diagnostic Create(IMethodSymbol method, Location place, string what, ITypeSymbol type, string problem) =>
        Diagnostic.Create(Descriptors.MethodType, place, method.Name, what, type.ToDisplayString(), problem);
}
