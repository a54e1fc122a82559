using Capsule.Generators.Parsing;
using Microsoft.CodeAnalysis;

namespace Capsule.Generators.Diagnostics;

/// <summary>Rules about where models of one compilation can stand. A public model of a library may stand elsewhere too, so nothing is said of it.</summary>
internal static class PlaceRules
{
    public static IEnumerable<Diagnostic> Check(IReadOnlyCollection<INamedTypeSymbol> models, Compilation compilation)
    {
        bool isLibrary = compilation.Options.OutputKind == OutputKind.DynamicallyLinkedLibrary;
        var places = new ModelPlaces(models);
        return models.Where(model => !(isLibrary && IsPublic(model))).SelectMany(model =>
            CheckRadios(model, places).Concat(CheckEditable(model, places)).Concat(CheckCallable(model, places)).Concat(CheckReferences(model, models, places)));
    }

    private static IEnumerable<Diagnostic> CheckRadios(INamedTypeSymbol model, ModelPlaces places) => places.IsItem(model)
        ? []
        : ModelMembers.Attributes(model).Where(static property => property.Has(KnownNames.Radio))
            .Select(radio => Diagnostic.Create(Descriptors.RadioNowhere, Places.OfName(radio), radio.Name, model.Name));

    /// <summary>Once for a model: the way out is one for all its attributes.</summary>
    private static IEnumerable<Diagnostic> CheckEditable(INamedTypeSymbol model, ModelPlaces places) =>
        ModelMembers.Attributes(model).FirstOrDefault(static property => property.Has(KnownNames.ClientEditable)) is { } editable
            && !places.WithAllAbove(model).Any(HasEditRule)
            ? [Diagnostic.Create(Descriptors.EditableByNobody, Places.OfName(editable), editable.Name, model.Name)]
            : [];

    /// <summary>Once for a model, too. Who may call falls back to who may edit, and that alone to the models above.</summary>
    private static IEnumerable<Diagnostic> CheckCallable(INamedTypeSymbol model, ModelPlaces places) =>
        ModelMembers.Methods(model).FirstOrDefault(static method => method.Has(KnownNames.Exposed)) is { } exposed
            && !ModelMembers.Bases(model).Prepend(model).Any(static one => HasRule(one, "CanCall"))
            && !places.WithAllAbove(model).Any(HasEditRule)
            ? [Diagnostic.Create(Descriptors.CallableByNobody, Places.OfName(exposed), exposed.Name, model.Name)]
            : [];

    /// <summary>Of a model of another project nobody here knows where it stands.</summary>
    private static IEnumerable<Diagnostic> CheckReferences(INamedTypeSymbol model, IReadOnlyCollection<INamedTypeSymbol> models, ModelPlaces places)
    {
        IPropertySymbol[] references =
            [.. ModelMembers.Attributes(model).Where(property => property.Has(KnownNames.Reference) && property.Type.IsModel() && IsOfSameProject(property.Type, model))];
        if (references.Length == 0)
        {
            return [];
        }

        var above = new HashSet<ISymbol>(places.WithAllAbove(model), SymbolEqualityComparer.Default);
        return references
            .Where(property => !models.Any(target => IsOrDerives(target, property.Type) && places.WithAllAbove(target).Any(above.Contains)))
            .Select(reference => Diagnostic.Create(Descriptors.ReferenceNowhere, Places.OfName(reference), reference.Name, reference.Type.Name, model.Name));
    }

    private static bool IsOfSameProject(ITypeSymbol type, INamedTypeSymbol model) =>
        SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, model.ContainingAssembly);

    private static bool IsOrDerives(INamedTypeSymbol model, ITypeSymbol type)
    {
        INamedTypeSymbol? candidate = model;
        while (candidate is not null && !SymbolEqualityComparer.Default.Equals(candidate, type))
        {
            candidate = candidate.BaseType;
        }

        return candidate is not null;
    }

    private static bool HasEditRule(INamedTypeSymbol model) => HasRule(model, "CanEdit");

    private static bool HasRule(INamedTypeSymbol model, string name) => model.GetMembers(name).OfType<IMethodSymbol>().Any(static method => method.IsOverride);

    private static bool IsPublic(INamedTypeSymbol model) =>
        model.DeclaredAccessibility == Accessibility.Public && (model.ContainingType is not { } container || IsPublic(container));
}
