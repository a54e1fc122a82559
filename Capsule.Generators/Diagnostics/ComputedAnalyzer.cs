using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Capsule.Generators.Diagnostics;

/// <summary>Reports what is wrong with the computed values of a model.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ComputedAnalyzer() : RuleAnalyzer(
    ComputedRules.Check,
    Descriptors.OutsideSubset,
    Descriptors.ComputedShape,
    Descriptors.ComputedType,
    Descriptors.ComputedReveals,
    Descriptors.ComputedCircle,
    Descriptors.UnsuitableEnum,
    Descriptors.Contradiction,
    Descriptors.NoRuleToAsk,
    Descriptors.EmptyRequirement);
