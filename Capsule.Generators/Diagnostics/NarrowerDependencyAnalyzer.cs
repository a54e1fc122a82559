using Capsule.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Capsule.Generators.Diagnostics;

/// <summary>Warns of values that the browser computes from what is not in every browser that computes them.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NarrowerDependencyAnalyzer() : BodyAnalyzer(Analyze, Descriptors.NarrowerDependency)
{
    private static void Analyze(OperationBlockAnalysisContext context)
    {
        if (context.OwningSymbol is not IMethodSymbol { AssociatedSymbol: IPropertySymbol computed }
            || !computed.Has(KnownNames.Computed) || ModelMembers.IsOnServer(computed) || !computed.ContainingType.IsModel())
        {
            return;
        }

        foreach (IPropertyReferenceOperation read in context.OperationBlocks.SelectMany(static block => block.DescendantsAndSelf()).OfType<IPropertyReferenceOperation>())
        {
            if (read is { Property: var property, Parent: not INameOfOperation } && Reason(property) is { } reason)
            {
                context.ReportDiagnostic(Diagnostic.Create(Descriptors.NarrowerDependency, read.Syntax.GetLocation(), computed.Name, property.Name, reason));
            }
        }
    }

    /// <summary>Why not everybody who sees a model sees this member of it.</summary>
    private static string? Reason(IPropertySymbol property) =>
        !property.ContainingType.IsModel() ? null
        : property.Has(KnownNames.VisibleTo) ? "it is [VisibleTo] some alone"
        : Shown(property) is { } model && RuleOf(model) is { } rule ? $"CanRead of '{rule.Name}' shows it to some alone"
        : null;

    /// <summary>The class of what stands in a child, a collection or a reference.</summary>
    private static INamedTypeSymbol? Shown(IPropertySymbol property) => (ModelMembers.IsCollection(property) ? PropertyParser.ItemType(property.Type) : property.Type) as INamedTypeSymbol;

    private static INamedTypeSymbol? RuleOf(INamedTypeSymbol model) =>
        ModelMembers.Bases(model).Prepend(model).FirstOrDefault(static one => one.IsModel() && one.GetMembers("CanRead").OfType<IMethodSymbol>().Any(static method => method.IsOverride));
}
