using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Capsule.Generators.Diagnostics;

/// <summary>Reports what is wrong with the names of a model and its members.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NameAnalyzer() : RuleAnalyzer(
    NameRules.Check,
    Descriptors.BadWireName,
    Descriptors.ReservedWireName,
    Descriptors.HidesRuntimeMember,
    Descriptors.DuplicateWireName);
