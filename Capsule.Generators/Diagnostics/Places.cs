using Capsule.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Capsule.Generators.Diagnostics;

/// <summary>Where in the source a diagnostic points.</summary>
internal static class Places
{
    /// <summary>The name of the class, in the part that has <c>[CapsuleModel]</c>.</summary>
    public static Location OfModel(INamedTypeSymbol model) =>
        model.Annotation(KnownNames.CapsuleModelName)?.ApplicationSyntaxReference?.GetSyntax().FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } declaration
            ? declaration.Identifier.GetLocation()
            : OfName(model);

    /// <summary>The name of a member.</summary>
    public static Location OfName(ISymbol symbol) => symbol.Locations.FirstOrDefault() ?? Location.None;

    /// <summary>The type of a property.</summary>
    public static Location OfType(IPropertySymbol property) =>
        Declarations(property).OfType<PropertyDeclarationSyntax>().FirstOrDefault() is { } declaration
            ? declaration.Type.GetLocation()
            : OfName(property);

    /// <summary>The type of a method's result.</summary>
    public static Location OfResult(IMethodSymbol method) =>
        Declarations(method).OfType<MethodDeclarationSyntax>().FirstOrDefault() is { } declaration
            ? declaration.ReturnType.GetLocation()
            : OfName(method);

    /// <summary>The type of a parameter.</summary>
    public static Location OfType(IParameterSymbol parameter) =>
        Declarations(parameter).OfType<ParameterSyntax>().FirstOrDefault() is { Type: { } type } ? type.GetLocation() : OfName(parameter);

    /// <summary>The base class in the list after the class's name.</summary>
    public static Location OfBase(INamedTypeSymbol model) =>
        Declarations(model).OfType<TypeDeclarationSyntax>()
            .SelectMany(declaration => declaration.BaseList?.Types ?? default)
            .FirstOrDefault(type => type.Type.ToString().Contains(model.BaseType!.Name)) is { } syntax
            ? syntax.GetLocation()
            : OfModel(model);

    /// <summary>The text in <c>[CapsuleModel("…")]</c> or <c>[JsonPropertyName("…")]</c>, or the symbol's name where there is none.</summary>
    public static Location OfWireName(ISymbol symbol)
    {
        AttributeData? annotation = symbol is INamedTypeSymbol ? symbol.Annotation(KnownNames.CapsuleModelName) : WireNames.JsonPropertyName(symbol);
        return annotation?.ApplicationSyntaxReference?.GetSyntax() is AttributeSyntax { ArgumentList.Arguments: [{ } argument, ..] } ? argument.GetLocation()
            : symbol is INamedTypeSymbol model ? OfModel(model)
            : OfName(symbol);
    }

    /// <summary>An attribute on a member.</summary>
    public static Location OfAnnotation(AttributeData annotation, ISymbol member) =>
        annotation.ApplicationSyntaxReference?.GetSyntax().GetLocation() ?? OfName(member);

    public static IEnumerable<SyntaxNode> Declarations(ISymbol symbol) => symbol.DeclaringSyntaxReferences.Select(static reference => reference.GetSyntax());
}
