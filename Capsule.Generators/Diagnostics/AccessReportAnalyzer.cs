using System.Collections.Immutable;
using Capsule.Generators.Parsing;
using Capsule.Generators.Parsing.Computed;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Capsule.Generators.Diagnostics;

/// <summary>Warns, where an access report is kept, of members that came after it: nobody has looked at who may see and use them.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class AccessReportAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.NobodyDecided];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(Start);
    }

    private static void Start(CompilationStartAnalysisContext context)
    {
        if (AccessReport.Find(context.Options, context.CancellationToken) is not { } report)
        {
            return;
        }

        context.RegisterSymbolAction(Check, SymbolKind.NamedType);

        void Check(SymbolAnalysisContext symbol)
        {
            var model = (INamedTypeSymbol)symbol.Symbol;
            if (model.IsModel() && !ClassRules.Check(model, symbol.Compilation).Any())
            {
                foreach ((ISymbol missing, Location place) in Missing(model, report))
                {
                    symbol.ReportDiagnostic(Diagnostic.Create(Descriptors.NobodyDecided, place, missing.Name, report.Name));
                }
            }
        }
    }

    /// <summary>Of a model that is not in it at all, it is said once.</summary>
    private static IEnumerable<(ISymbol Symbol, Location Place)> Missing(INamedTypeSymbol model, AccessReport report) => !report.Has(model)
        ? [(model, Places.OfModel(model))]
        : ModelMembers.PartialProperties(model).Concat<ISymbol>(ComputedParser.Properties(model)).Concat(ModelMembers.Methods(model))
            .Where(member => !report.Has(model, member))
            .Select(static member => (member, Places.OfName(member)));
}
