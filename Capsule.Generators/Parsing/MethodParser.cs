using Capsule.Generators.Models;
using Capsule.Generators.Writing;
using Microsoft.CodeAnalysis;

namespace Capsule.Generators.Parsing;

/// <summary>Methods with <c>[Exposed]</c> or <c>[ServerCallable]</c> → specs.</summary>
internal static class MethodParser
{
    public static MethodSpec Parse(IMethodSymbol method, CancellationToken cancellation) => new(
        Identifier.Escape(method.Name),
        WireName.FromName(method.Name),
        method.Parameters.Select(ParseParameter).ToEquatableArray(),
        method.ReturnsVoid ? null : TypeParser.Parse(method.ReturnType)?.In(WireNames.MirrorOf(method)),
        DocumentationParser.Parse(method, cancellation))
    {
        FormerNames = FormerNames.Of(method),
        IsExposed = method.Has(KnownNames.Exposed),
    };

    public static bool IsTurnContext(ITypeSymbol type) => type.Is(KnownNames.Namespace, KnownNames.TurnContext);

    private static ParameterSpec ParseParameter(IParameterSymbol parameter) =>
        new(parameter.Name, IsTurnContext(parameter.Type) ? null : TypeParser.Parse(parameter.Type)?.In(WireNames.MirrorOf(parameter.ContainingSymbol)))
        {
            Default = parameter.HasExplicitDefaultValue ? ConstantCode.Of(parameter.ExplicitDefaultValue, parameter.Type) : null,
        };
}
