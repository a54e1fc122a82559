using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Capsule.Generators.Diagnostics;

/// <summary>Reports what is wrong with methods that tell of happenings.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class BroadcastAnalyzer() : RuleAnalyzer(
    BroadcastRules.Check,
    Descriptors.BroadcastShape,
    Descriptors.BroadcastType);
