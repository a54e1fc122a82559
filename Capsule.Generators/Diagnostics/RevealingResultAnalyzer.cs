using Capsule.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Capsule.Generators.Diagnostics;

/// <summary>Warns of exposed methods that give clients what they must not see.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RevealingResultAnalyzer() : BodyAnalyzer(Analyze, Descriptors.RevealingResult)
{
    private static void Analyze(OperationBlockAnalysisContext context)
    {
        if (context.OwningSymbol is not IMethodSymbol method || !method.Has(KnownNames.Exposed) || !method.ContainingType.IsModel())
        {
            return;
        }

        var values = new ReturnedValues([.. context.OperationBlocks.SelectMany(static block => block.DescendantsAndSelf())]);
        foreach (IOperation value in values.Find())
        {
            if (value is IPropertyReferenceOperation { Property: var property } && property.Has(KnownNames.ServerOnly) && property.ContainingType.IsModel())
            {
                context.ReportDiagnostic(Diagnostic.Create(Descriptors.RevealingResult, value.Syntax.GetLocation(), method.Name, property.Name));
            }
        }
    }
}
