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
        Tasks.ResultOf(method) is { } result ? TypeParser.Parse(result)?.In(WireNames.MirrorOf(method)) : null,
        DocumentationParser.Parse(method, cancellation))
    {
        FormerNames = FormerNames.Of(method),
        IsExposed = method.Has(KnownNames.Exposed),
        CallableBy = AccessParser.Requirement(method, KnownNames.Exposed),
        IsAsync = method.IsStatic,
    };

    private static ParameterSpec ParseParameter(IParameterSymbol parameter) => ParameterSources.Of(parameter) switch
    {
        ParameterSource.Caller => new(parameter.Name, TypeParser.Parse(parameter.Type)?.In(WireNames.MirrorOf(parameter.ContainingSymbol)))
        {
            Default = parameter.HasExplicitDefaultValue ? ConstantCode.Of(parameter.ExplicitDefaultValue, parameter.Type) : null,
        },
        ParameterSource.Services => new(parameter.Name, null)
        {
            Source = ParameterSource.Services,
            TypeName = Symbols.FullName(parameter.Type.WithNullableAnnotation(NullableAnnotation.NotAnnotated)),
            IsOptional = parameter.NullableAnnotation == NullableAnnotation.Annotated,
        },
        ParameterSource.Tree => new(parameter.Name, null) { Source = ParameterSource.Tree, TypeName = Symbols.FullName(ParameterSources.RootOf(parameter.Type)!) },
        ParameterSource other => new(parameter.Name, null) { Source = other },
    };
}
