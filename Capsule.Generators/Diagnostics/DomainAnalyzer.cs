using System.Collections.Concurrent;
using System.Collections.Immutable;
using Capsule.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Capsule.Generators.Diagnostics;

/// <summary>Reports what only all models of a compilation together can show.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DomainAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [Descriptors.DuplicateModelName, Descriptors.RadioNowhere, Descriptors.ReferenceNowhere, Descriptors.EditableByNobody, Descriptors.CallableByNobody];

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
            foreach (Diagnostic diagnostic in DuplicateModelRules.Check(models).Concat(PlaceRules.Check(models, end.Compilation)))
            {
                end.ReportDiagnostic(diagnostic);
            }
        }
    }
}
