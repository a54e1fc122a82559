using System.Collections.Concurrent;
using System.Collections.Immutable;
using Capsule.Generators.Ledger;
using Capsule.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Capsule.Generators.Diagnostics;

/// <summary>Reports what would break stored data or deployed clients, as far as the schema ledger shows it, and what is wrong with the ledger.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LedgerAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
    [
        Descriptors.MemberGone,
        Descriptors.MemberReplaced,
        Descriptors.MemberRetyped,
        Descriptors.MemberNarrowed,
        Descriptors.ModelGone,
        Descriptors.UnreadableLedger,
        Descriptors.SameNumber,
        Descriptors.RenamedFromNothing,
        Descriptors.ForgottenName,
    ];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(Start);
        context.RegisterAdditionalFileAction(CheckFile);
    }

    private static void Start(CompilationStartAnalysisContext context)
    {
        LedgerOfCompilation? ledger = LedgerOfCompilation.Find(context.Options, context.CancellationToken);
        var models = new ConcurrentBag<(INamedTypeSymbol Symbol, LedgerModel Model)>();
        context.RegisterSymbolAction(CheckModel, SymbolKind.NamedType);
        context.RegisterCompilationEndAction(CheckModels);

        void CheckModel(SymbolAnalysisContext symbol)
        {
            if (symbol.Symbol is not INamedTypeSymbol type || !type.IsModel() || ClassRules.Check(type, symbol.Compilation).Any())
            {
                return;
            }

            if (ledger is null)
            {
                // There is nothing to compare with: the members need not be read.
                var name = new LedgerModel(WireNames.OfModel(type), new([]));
                models.Add((type, name));
                Report(LedgerRules.Check(type, name, isWhole: true, ledger), symbol.ReportDiagnostic);
            }
            else
            {
                HashSet<ISymbol> rejected = ModelRules.Rejected(type, symbol.Compilation);
                if (ModelParser.Parse(type, rejected, symbol.Compilation, symbol.CancellationToken) is { } spec)
                {
                    LedgerModel model = LedgerDescription.Of(spec);
                    models.Add((type, model));
                    Report(LedgerRules.Check(type, model, isWhole: rejected.Count == 0, ledger), symbol.ReportDiagnostic);
                }
            }
        }

        void CheckModels(CompilationAnalysisContext end) => Report(
            RenamedRules.CheckModels(models).Concat(ledger?.Reading.Document is null ? [] : GoneModelRules.Check(models, ledger)), end.ReportDiagnostic);
    }

    private static void CheckFile(AdditionalFileAnalysisContext context)
    {
        if (LedgerOfCompilation.Of(context.AdditionalFile, context.Options, context.CancellationToken) is { } ledger)
        {
            Report(LedgerFileRules.Check(ledger), context.ReportDiagnostic);
        }
    }

    private static void Report(IEnumerable<Diagnostic> diagnostics, Action<Diagnostic> report)
    {
        foreach (Diagnostic diagnostic in diagnostics)
        {
            report(diagnostic);
        }
    }
}
