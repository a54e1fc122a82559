using System.Collections.Concurrent;
using System.Collections.Immutable;
using Capsule.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Capsule.Generators.Diagnostics;

/// <summary>Reports radios of models that are items of no collection. A public model of a library may be one elsewhere.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RadioAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.RadioNowhere];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(Start);
    }

    private static void Start(CompilationStartAnalysisContext context)
    {
        var radios = new ConcurrentBag<IPropertySymbol>();
        var items = new ConcurrentDictionary<ISymbol, bool>(SymbolEqualityComparer.Default);
        bool isLibrary = context.Compilation.Options.OutputKind == OutputKind.DynamicallyLinkedLibrary;
        context.RegisterSymbolAction(Collect, SymbolKind.NamedType);
        context.RegisterCompilationEndAction(Report);

        void Collect(SymbolAnalysisContext symbol)
        {
            if (symbol.Symbol is not INamedTypeSymbol model || !model.IsModel())
            {
                return;
            }

            foreach (IPropertySymbol collection in ModelMembers.Collections(model))
            {
                items[PropertyParser.ItemType(collection.Type) ?? collection.Type] = true;
            }

            foreach (IPropertySymbol radio in ModelMembers.Attributes(model).Where(static property => property.Has(KnownNames.Radio)))
            {
                radios.Add(radio);
            }
        }

        void Report(CompilationAnalysisContext end)
        {
            foreach (IPropertySymbol radio in radios.Where(radio => !items.ContainsKey(radio.ContainingType) && !(isLibrary && IsPublic(radio.ContainingType))))
            {
                end.ReportDiagnostic(Diagnostic.Create(Descriptors.RadioNowhere, Places.OfName(radio), radio.Name, radio.ContainingType.Name));
            }
        }
    }

    private static bool IsPublic(INamedTypeSymbol model) =>
        model.DeclaredAccessibility == Accessibility.Public && (model.ContainingType is not { } container || IsPublic(container));
}
