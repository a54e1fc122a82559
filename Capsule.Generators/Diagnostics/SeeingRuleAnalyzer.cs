using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Capsule.Generators.Diagnostics;

/// <summary>Warns of rules of seeing that read what does not have them asked again.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SeeingRuleAnalyzer() : BodyAnalyzer(Analyze, Descriptors.RuleReadsElsewhere)
{
    private static void Analyze(OperationBlockAnalysisContext context)
    {
        if (context.OwningSymbol is not IMethodSymbol rule || !RulesOfModels.IsOfSeeing(rule))
        {
            return;
        }

        var reads = new SeeingReads(rule, context.CancellationToken);
        foreach ((SyntaxNode place, string what) in context.OperationBlocks.SelectMany(reads.Of))
        {
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.RuleReadsElsewhere, place.GetLocation(), rule.Name, what));
        }
    }
}
