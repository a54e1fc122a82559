using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Capsule.Generators.Diagnostics;

/// <summary>Reports what is wrong with the properties of a model.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PropertyAnalyzer() : RuleAnalyzer(
    PropertyRules.Check,
    Descriptors.PropertyNotPartial,
    Descriptors.UnsupportedType,
    Descriptors.AttributeShape,
    Descriptors.CollectionShape,
    Descriptors.ChildShape,
    Descriptors.AbstractChild,
    Descriptors.TooManyAttributes,
    Descriptors.UnsuitableEnum,
    Descriptors.Contradiction,
    Descriptors.RuleDoesNotApply,
    Descriptors.InvalidPattern,
    Descriptors.ImpossibleBounds,
    Descriptors.BrokenMessage,
    Descriptors.RadioType,
    Descriptors.SessionOwnedShape,
    Descriptors.ReferenceShape,
    Descriptors.NoInitialValue,
    Descriptors.NoRuleToAsk,
    Descriptors.EmptyRequirement);
