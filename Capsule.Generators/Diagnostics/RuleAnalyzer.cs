using System.Collections.Immutable;
using Capsule.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Capsule.Generators.Diagnostics;

/// <summary>Reports what one family of rules finds.</summary>
public abstract class RuleAnalyzer : DiagnosticAnalyzer
{
    private readonly ModelRules.Family _check;

    private protected RuleAnalyzer(ModelRules.Family check, params DiagnosticDescriptor[] descriptors)
    {
        _check = check;
        SupportedDiagnostics = [.. descriptors];
    }

    /// <inheritdoc/>
    public sealed override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; }

    /// <inheritdoc/>
    public sealed override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSymbolAction(Analyze, SymbolKind.NamedType);
    }

    private void Analyze(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (!type.IsModel() || (_check != ClassRules.Check && ClassRules.Check(type, context.Compilation).Any()))
        {
            return;
        }

        foreach (Finding finding in _check(type, context.Compilation))
        {
            if (finding.Diagnostic is { } diagnostic)
            {
                context.ReportDiagnostic(diagnostic);
            }
        }
    }
}
