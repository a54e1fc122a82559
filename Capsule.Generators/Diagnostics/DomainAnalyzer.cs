using System.Collections.Concurrent;
using System.Collections.Immutable;
using Capsule.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Capsule.Generators.Diagnostics;

/// <summary>Reports what only all models of a compilation together can show: where a model can stand. A public model of a library may stand elsewhere too, so
/// nothing is said of it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DomainAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.RadioNowhere, Descriptors.EditableByNobody];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(Start);
    }

    private static void Start(CompilationStartAnalysisContext context)
    {
        var models = new ConcurrentBag<INamedTypeSymbol>();
        context.RegisterSymbolAction(Collect, SymbolKind.NamedType);
        context.RegisterCompilationEndAction(Report);

        void Collect(SymbolAnalysisContext symbol)
        {
            if (symbol.Symbol is INamedTypeSymbol type && type.IsModel())
            {
                models.Add(type);
            }
        }

        void Report(CompilationAnalysisContext end)
        {
            bool isLibrary = end.Compilation.Options.OutputKind == OutputKind.DynamicallyLinkedLibrary;
            var places = new ModelPlaces(models);
            foreach (INamedTypeSymbol model in models.Where(model => !(isLibrary && IsPublic(model))))
            {
                foreach (Diagnostic diagnostic in CheckRadios(model, places).Concat(CheckEditable(model, places)))
                {
                    end.ReportDiagnostic(diagnostic);
                }
            }
        }
    }

    private static IEnumerable<Diagnostic> CheckRadios(INamedTypeSymbol model, ModelPlaces places) => places.IsItem(model)
        ? []
        : ModelMembers.Attributes(model).Where(static property => property.Has(KnownNames.Radio))
            .Select(radio => Diagnostic.Create(Descriptors.RadioNowhere, Places.OfName(radio), radio.Name, model.Name));

    /// <summary>Once for a model: the way out is one for all its attributes.</summary>
    private static IEnumerable<Diagnostic> CheckEditable(INamedTypeSymbol model, ModelPlaces places) => places.WithAllAbove(model).Any(HasEditRule)
        ? []
        : ModelMembers.Attributes(model).Where(static property => property.Has(KnownNames.ClientEditable)).Take(1)
            .Select(editable => Diagnostic.Create(Descriptors.EditableByNobody, Places.OfName(editable), editable.Name, model.Name));

    private static bool HasEditRule(INamedTypeSymbol model) => model.GetMembers("CanEdit").OfType<IMethodSymbol>().Any(static method => method.IsOverride);

    private static bool IsPublic(INamedTypeSymbol model) =>
        model.DeclaredAccessibility == Accessibility.Public && (model.ContainingType is not { } container || IsPublic(container));
}
