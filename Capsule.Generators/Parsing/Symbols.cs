using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;

namespace Capsule.Generators.Parsing;

/// <summary>Questions about symbols.</summary>
internal static class Symbols
{
    /// <summary>Whether the type is this one of a namespace that has no parent.</summary>
    public static bool Is(this ISymbol? symbol, string @namespace, string metadataName) =>
        symbol is not null
        && symbol.MetadataName == metadataName
        && symbol.ContainingType is null
        && symbol.ContainingNamespace is { } container
        && container.Name == @namespace
        && container.ContainingNamespace is { IsGlobalNamespace: true };

    /// <summary>The attribute of the runtime with this name, if the symbol has it.</summary>
    public static AttributeData? Annotation(this ISymbol symbol, string name)
    {
        // Asked often, on every edit: without a closure.
        foreach (AttributeData annotation in symbol.GetAttributes())
        {
            if (annotation.AttributeClass.Is(KnownNames.Namespace, name))
            {
                return annotation;
            }
        }

        return null;
    }

    /// <summary>The attribute of a namespace of the runtime's with this name, if the symbol has it.</summary>
    public static AttributeData? Annotation(this ISymbol symbol, string name, string part)
    {
        foreach (AttributeData annotation in symbol.GetAttributes())
        {
            if (annotation.AttributeClass is { ContainingNamespace: { } container } type && type.Name == name && container.Name == part && container.ContainingNamespace.Name == KnownNames.Namespace)
            {
                return annotation;
            }
        }

        return null;
    }

    public static bool Has(this ISymbol symbol, string name) => symbol.Annotation(name) is not null;

    public static bool IsModel([NotNullWhen(true)] this ITypeSymbol? type) => type is INamedTypeSymbol && type.Has(KnownNames.CapsuleModelName);

    /// <summary>The first argument of an attribute, if it is a text.</summary>
    public static string? FirstText(this AttributeData? annotation) =>
        annotation is { ConstructorArguments: [{ Kind: TypedConstantKind.Primitive, Value: string text }, ..] } ? text : null;

    /// <summary>The type as any code can spell it.</summary>
    public static string FullName(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);

    public static string Keywords(Accessibility accessibility) => accessibility switch
    {
        Accessibility.Public => "public",
        Accessibility.Internal => "internal",
        Accessibility.Protected => "protected",
        Accessibility.ProtectedOrInternal => "protected internal",
        Accessibility.ProtectedAndInternal => "private protected",
        _ => "private",
    };
}
