using Capsule.Generators.Models;
using Capsule.Generators.Writing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Capsule.Generators.Parsing;

/// <summary>Partial properties → attributes, collections and children.</summary>
internal static class PropertyParser
{
    public static AttributeSpec ParseAttribute(IPropertySymbol property, CancellationToken cancellation) => new(
        ParseProperty(property, cancellation),
        Accessor(property, property.GetMethod!, "get"),
        Accessor(property, property.SetMethod!, "set"),
        WireNames.OfMember(property),
        TypeParser.ParseAttribute(property)!.In(WireNames.MirrorOf(property)),
        HasInitialValue(property, cancellation),
        property.Has(KnownNames.ClientEditable),
        property.Has(KnownNames.ServerOnly))
    {
        Rules = RuleParser.Parse(property, TypeParser.ParseAttribute(property)!).Select(static rule => rule.Spec).OfType<RuleSpec>().ToEquatableArray(),
        FormerNames = FormerNames.Of(property),
        EditableBy = AccessParser.Requirement(property, KnownNames.ClientEditable),
        Visibility = AccessParser.Visibility(property),
        IsImmutable = property.Has(KnownNames.Immutable),
        IsRadio = property.Has(KnownNames.Radio),
        IsTransient = property.Has(KnownNames.Transient),
        MayStartFilled = HasInitialValue(property, cancellation) || HasConstructor(property),
        InitialValue = HasConstructor(property) ? null : InitialValueParser.Parse(property, TypeParser.ParseAttribute(property)!, cancellation),
        Label = Annotated.Display(property)?.Argument("Name") is null ? null : TextParser.Label(property),
        Display = DisplayParser.Parse(property),
    };

    public static CollectionSpec ParseCollection(IPropertySymbol property, CancellationToken cancellation)
    {
        ITypeSymbol item = ItemType(property.Type)!;
        return new(
            ParseProperty(property, cancellation),
            WireNames.OfMember(property),
            Symbols.FullName(property.Type),
            Symbols.FullName(item),
            WireNames.OfModel(item))
        {
            FormerNames = FormerNames.Of(property),
            ItemFormerNames = FormerNames.Of(item),
            EditableBy = AccessParser.Requirement(property, KnownNames.ChildCollection),
            Visibility = AccessParser.Visibility(property),
            Family = FamilyOf(item),
            IsTransient = property.Has(KnownNames.Transient),
            IsSessionOwned = property.Has(KnownNames.SessionOwned),
            IsItemAbstract = item.IsAbstract,
            ItemMirror = Families.Mirror(Symbols.FullName(item), WireNames.OfModel(item), FamilyOf(item)),
        };
    }

    public static ChildSpec ParseChild(IPropertySymbol property, CancellationToken cancellation)
    {
        string typeName = Symbols.FullName(property.Type.WithNullableAnnotation(NullableAnnotation.NotAnnotated));
        return new(
            ParseProperty(property, cancellation),
            WireNames.OfMember(property),
            typeName,
            WireNames.OfModel(property.Type),
            Accessor(property, property.GetMethod!, "get"),
            property.SetMethod is { } setter ? Accessor(property, setter, "set") : null,
            property.NullableAnnotation == NullableAnnotation.Annotated)
        {
            FormerNames = FormerNames.Of(property),
            ChildFormerNames = FormerNames.Of(property.Type),
            Visibility = AccessParser.Visibility(property),
            Family = FamilyOf(property.Type),
            IsChildAbstract = property.Type.IsAbstract,
            IsMade = IsMade(property),
            ChildMirror = Families.Mirror(typeName, WireNames.OfModel(property.Type), FamilyOf(property.Type)),
        };
    }

    /// <summary>The family of a model of a referenced assembly, whose generated half says so. Those of the compilation itself are found later.</summary>
    public static EquatableArray<FamilyMember> FamilyOf(ITypeSymbol model) =>
        model.Annotation(KnownNames.CapsuleFamily, "Internals") is { ConstructorArguments: [{ Kind: TypedConstantKind.Array, Values: var members }] }
            ? members.Select(static member => member.Value).OfType<INamedTypeSymbol>()
                .Select(static member => new FamilyMember(Symbols.FullName(member), WireNames.OfModel(member)))
                .ToEquatableArray()
            : new([]);

    /// <summary>The items' type of a <c>ModelCollection&lt;T&gt;</c> or of a class derived from one.</summary>
    public static ITypeSymbol? ItemType(ITypeSymbol type)
    {
        for (INamedTypeSymbol? candidate = type as INamedTypeSymbol; candidate is not null; candidate = candidate.BaseType)
        {
            if (candidate.Is(KnownNames.Namespace, KnownNames.ModelCollection + "`1"))
            {
                return candidate.TypeArguments[0];
            }
        }

        return null;
    }

    /// <summary>A constructor could put another one into its place, and <c>CanRead</c> could keep it from some.</summary>
    private static bool IsMade(IPropertySymbol property) =>
        property.NullableAnnotation != NullableAnnotation.Annotated
        && !property.Has(KnownNames.VisibleTo)
        && property.Type is INamedTypeSymbol type && !SeeingRulesParser.HasCanRead(type)
        && (property.SetMethod is null || !HasConstructor(property));

    private static bool HasConstructor(IPropertySymbol property) => property.ContainingType.InstanceConstructors.Any(static one => !one.IsImplicitlyDeclared);

    private static PropertySpec ParseProperty(IPropertySymbol property, CancellationToken cancellation) => new(
        Identifier.Escape(property.Name),
        IsAccessibilitySpelled(property, cancellation) ? Symbols.Keywords(property.DeclaredAccessibility) : "",
        DocumentationParser.Parse(property, cancellation));

    private static bool IsAccessibilitySpelled(IPropertySymbol property, CancellationToken cancellation) =>
        property.DeclaredAccessibility != Accessibility.Private
        || property.DeclaringSyntaxReferences.Any(reference =>
            reference.GetSyntax(cancellation) is PropertyDeclarationSyntax declaration && declaration.Modifiers.Any(SyntaxKind.PrivateKeyword));

    private static string Accessor(IPropertySymbol property, IMethodSymbol accessor, string keyword) =>
        accessor.DeclaredAccessibility == property.DeclaredAccessibility
            ? keyword
            : $"{Symbols.Keywords(accessor.DeclaredAccessibility)} {keyword}";

    internal static bool HasInitialValue(IPropertySymbol property, CancellationToken cancellation) =>
        property.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax(cancellation) is PropertyDeclarationSyntax { Initializer: not null });
}
