using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Capsule.Generators.Diagnostics;

/// <summary>Reports what is wrong with the class of a model.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ClassAnalyzer() : RuleAnalyzer(
    ClassRules.Check,
    Descriptors.NotPartial,
    Descriptors.ContainerNotPartial,
    Descriptors.NotAPlainClass,
    Descriptors.Generic,
    Descriptors.OtherBaseClass,
    Descriptors.BaseElsewhere,
    Descriptors.NoConstructor);
