using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Capsule.Generators.Diagnostics;

/// <summary>Reports what is wrong with exposed methods.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MethodAnalyzer() : RuleAnalyzer(
    MethodRules.Check,
    Descriptors.MethodShape,
    Descriptors.MethodType,
    Descriptors.EmptyRequirement);
