using Capsule.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Capsule.Generators.Diagnostics;

/// <summary>Warns of rules that wait for something: the whole tree waits with them.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class WaitingRuleAnalyzer() : BodyAnalyzer(Analyze, Descriptors.WaitingRule)
{
    private static readonly HashSet<string> Rules = new(StringComparer.Ordinal) { "CanEdit", "CanAdd", "CanMove", "CanRemove", "CanCall", "ValidateModel" };

    private static readonly HashSet<string> Waits = new(StringComparer.Ordinal) { "Result", "Wait", "WaitAll", "WaitAny", "GetResult" };

    private static readonly string[] Outside = ["System.IO", "System.Net", "System.Data", "Microsoft.EntityFrameworkCore"];

    private static void Analyze(OperationBlockAnalysisContext context)
    {
        if (context.OwningSymbol is not IMethodSymbol rule || !IsRule(rule))
        {
            return;
        }

        foreach (IOperation operation in context.OperationBlocks.SelectMany(static block => block.DescendantsAndSelf()))
        {
            if (MemberOf(operation) is { } member && Problem(member) is { } problem)
            {
                context.ReportDiagnostic(Diagnostic.Create(Descriptors.WaitingRule, operation.Syntax.GetLocation(), rule.Name, problem));
                return;
            }
        }
    }

    private static bool IsRule(IMethodSymbol method) => (Rules.Contains(method.Name) && RulesOfModels.IsOverride(method)) || RulesOfModels.IsOfSeeing(method);

    private static ISymbol? MemberOf(IOperation operation) => operation switch
    {
        IInvocationOperation call => call.TargetMethod,
        IPropertyReferenceOperation read => read.Property,
        IObjectCreationOperation creation => creation.Constructor,
        _ => null,
    };

    private static string? Problem(ISymbol member)
    {
        INamedTypeSymbol type = member.ContainingType;
        string name = type.ContainingNamespace.ToDisplayString();
        return name is "System.Threading.Tasks" or "System.Runtime.CompilerServices" && Waits.Contains(member.Name) ? "waits for a task"
            : name == "System.Threading" && (member.Name == "Sleep" || member.Name.StartsWith("Wait", StringComparison.Ordinal)) ? "makes the thread wait"
            : Outside.Any(one => name == one || name.StartsWith(one + ".", StringComparison.Ordinal)) && type.Name != "Path" ? $"calls '{type.Name}', which is outside of the tree"
            : null;
    }
}
