using System.Collections.Concurrent;
using System.Collections.Immutable;
using Capsule.Generators.Models;
using Capsule.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Capsule.Generators.Diagnostics;

/// <summary>Reports models of one compilation whose mirrors would declare the same.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DuplicateModelAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.DuplicateModelName];

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
            if (symbol.Symbol is INamedTypeSymbol type && type.IsModel() && WireName.IsValid(WireNames.OfModel(type)))
            {
                models.Add(type);
            }
        }

        void Report(CompilationAnalysisContext end)
        {
            foreach (Diagnostic diagnostic in Check(models))
            {
                end.ReportDiagnostic(diagnostic);
            }
        }
    }

    private static IEnumerable<Diagnostic> Check(IEnumerable<INamedTypeSymbol> models)
    {
        var declared = new Dictionary<string, INamedTypeSymbol>(StringComparer.Ordinal);
        foreach (INamedTypeSymbol model in models.OrderBy(PathOf, StringComparer.Ordinal).ThenBy(PositionOf))
        {
            string[] names = [.. NamesOf(model)];
            if (names.FirstOrDefault(declared.ContainsKey) is { } name)
            {
                yield return Diagnostic.Create(
                    Descriptors.DuplicateModelName, Places.OfWireName(model), model.ToDisplayString(), name, declared[name].ToDisplayString());
                continue;
            }

            foreach (string own in names)
            {
                declared.Add(own, model);
            }
        }
    }

    /// <summary>What a mirror declares.</summary>
    private static IEnumerable<string> NamesOf(INamedTypeSymbol model)
    {
        string name = WireName.ToMirrorName(WireNames.OfModel(model));
        return [name, name + "Schema", name + "Input"];
    }

    private static string PathOf(INamedTypeSymbol model) => Places.OfModel(model).SourceTree?.FilePath ?? "";

    private static int PositionOf(INamedTypeSymbol model) => Places.OfModel(model).SourceSpan.Start;
}
