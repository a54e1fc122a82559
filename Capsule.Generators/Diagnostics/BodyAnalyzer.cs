using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Capsule.Generators.Diagnostics;

/// <summary>Reports what is wrong in the bodies of methods and getters.</summary>
public abstract class BodyAnalyzer : DiagnosticAnalyzer
{
    private readonly Action<OperationBlockAnalysisContext> _analyze;

    private protected BodyAnalyzer(Action<OperationBlockAnalysisContext> analyze, DiagnosticDescriptor descriptor)
    {
        _analyze = analyze;
        SupportedDiagnostics = [descriptor];
    }

    /// <inheritdoc/>
    public sealed override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; }

    /// <inheritdoc/>
    public sealed override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterOperationBlockAction(_analyze);
    }
}
