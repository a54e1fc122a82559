using Capsule.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Capsule.Generators.Diagnostics;

/// <summary>Rules about the class itself. The first one that is broken is enough: while it is, nothing is generated.</summary>
internal static class ClassRules
{
    public static IEnumerable<Finding> Check(INamedTypeSymbol model, Compilation compilation) =>
        (CheckKind(model) ?? CheckPartial(model) ?? CheckBase(model) ?? CheckConstructor(model)) is { } diagnostic ? [new Finding(model, diagnostic)]
        : model.BaseType.IsModel() && Check(model.BaseType, compilation).Any() ? [new Finding(model, null)]
        : [];

    private static Diagnostic? CheckKind(INamedTypeSymbol model)
    {
        string? kind = model switch
        {
            { IsRecord: true } => "a record",
            { TypeKind: TypeKind.Struct } => "a struct",
            { TypeKind: not TypeKind.Class } => "no class",
            { IsStatic: true } => "static",
            _ => Around(model).Any(static type => type.IsFileLocal) ? "local to its file" : null,
        };

        return kind is not null ? Diagnostic.Create(Descriptors.NotAPlainClass, Places.OfModel(model), model.Name, kind)
            : Around(model).Any(static type => type.TypeParameters.Length > 0) ? Diagnostic.Create(Descriptors.Generic, Places.OfModel(model), model.Name)
            : null;
    }

    private static Diagnostic? CheckPartial(INamedTypeSymbol model)
    {
        foreach (INamedTypeSymbol type in Around(model))
        {
            TypeDeclarationSyntax? whole = Places.Declarations(type).OfType<TypeDeclarationSyntax>()
                .FirstOrDefault(static declaration => !declaration.Modifiers.Any(SyntaxKind.PartialKeyword));
            if (whole is not null)
            {
                return SymbolEqualityComparer.Default.Equals(type, model)
                    ? Diagnostic.Create(Descriptors.NotPartial, whole.Identifier.GetLocation(), model.Name)
                    : Diagnostic.Create(Descriptors.ContainerNotPartial, whole.Identifier.GetLocation(), type.Name, model.Name);
            }
        }

        return null;
    }

    private static Diagnostic? CheckBase(INamedTypeSymbol model) => model.BaseType switch
    {
        null or { SpecialType: SpecialType.System_Object } or { TypeKind: TypeKind.Error } => null,
        var other when other.Is(KnownNames.Namespace, "CapsuleModel") => null,
        var other when !other.IsModel() => Diagnostic.Create(Descriptors.OtherBaseClass, Places.OfBase(model), model.Name, other.Name),
        var other => SymbolEqualityComparer.Default.Equals(other.ContainingAssembly, model.ContainingAssembly)
            ? null
            : Diagnostic.Create(Descriptors.BaseElsewhere, Places.OfBase(model), model.Name, other.Name, other.ContainingAssembly.Name),
    };

    private static Diagnostic? CheckConstructor(INamedTypeSymbol model) =>
        model.IsAbstract || Constructors.HasUsable(model) ? null : Diagnostic.Create(Descriptors.NoConstructor, Places.OfModel(model), model.Name);

    private static IEnumerable<INamedTypeSymbol> Around(INamedTypeSymbol model)
    {
        for (INamedTypeSymbol? type = model; type is not null; type = type.ContainingType)
        {
            yield return type;
        }
    }
}
