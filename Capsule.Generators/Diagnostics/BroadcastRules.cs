using Capsule.Generators.Models;
using Capsule.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Capsule.Generators.Diagnostics;

/// <summary>Rules about methods that tell of happenings.</summary>
internal static class BroadcastRules
{
    public static IEnumerable<Finding> Check(INamedTypeSymbol model, Compilation compilation)
    {
        var names = new HashSet<string>(ModelMembers.Bases(model).SelectMany(ModelMembers.Broadcasts).Select(static one => WireName.FromName(one.Name)), StringComparer.Ordinal);
        foreach (IMethodSymbol method in ModelMembers.Broadcasts(model))
        {
            if (method.Parameters.Any(static one => PropertyRules.HasUnknownType(one.Type)))
            {
                yield return new(method, null);
            }
            else if ((ShapeProblem(method) ?? NameProblem(method, names)) is { } problem)
            {
                yield return new(method, Diagnostic.Create(Descriptors.BroadcastShape, Places.OfName(method), method.Name, problem));
            }
            else if (CheckTypes(method) is { } diagnostic)
            {
                yield return new(method, diagnostic);
            }
        }
    }

    private static string? ShapeProblem(IMethodSymbol method) => method switch
    {
        { IsPartialDefinition: false } => "has a body, and the generator writes that: write 'partial' before 'void', and ';' after it",
        { ReturnsVoid: false } => "returns something, and nobody answers",
        { IsStatic: true } => "is static, and it happens to a model",
        { IsGenericMethod: true } => "has type parameters, which the wire cannot carry",
        _ when IsWithoutAccess(method) => "says nothing of who may call it: write 'public', 'internal' or 'private' before 'partial'",
        _ when method.Has(KnownNames.Exposed) || method.Has(KnownNames.ServerCallable) => "is called over the wire too: call it from a method that is",
        _ when method.Parameters.Any(static one => one.RefKind != RefKind.None || one.IsParams) => "takes an argument by reference or as 'params': what is told is a copy of each",
        _ => null,
    };

    /// <summary>Without it, C# lets the method be nothing at all.</summary>
    private static bool IsWithoutAccess(IMethodSymbol method) => Places.Declarations(method).OfType<MethodDeclarationSyntax>().Any(static declaration =>
        !declaration.Modifiers.Any(static one => one.Kind() is SyntaxKind.PublicKeyword or SyntaxKind.InternalKeyword or SyntaxKind.PrivateKeyword or SyntaxKind.ProtectedKeyword));

    private static string? NameProblem(IMethodSymbol method, HashSet<string> names)
    {
        string name = WireName.FromName(method.Name);
        return !WireName.IsValid(name) ? "has a name that cannot go over the wire: use letters of A to Z and digits"
            : names.Add(name) ? null
            : $"has the name '{name}' on the wire, as another broadcast of the model: rename one";
    }

    private static Diagnostic? CheckTypes(IMethodSymbol method)
    {
        foreach (IParameterSymbol parameter in method.Parameters)
        {
            string? problem = TypeParser.Parse(parameter.Type) is not { } known ? AttributeRules.Supported : EnumRules.FirstProblem(parameter.Type, known)?.Problem;
            if (problem is not null)
            {
                return Diagnostic.Create(Descriptors.BroadcastType, Places.OfType(parameter), method.Name, parameter.Name, parameter.Type.ToDisplayString(), problem);
            }
        }

        return null;
    }
}
