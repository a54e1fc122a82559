using Capsule.Generators.Models;
using Microsoft.CodeAnalysis;

namespace Capsule.Generators.Parsing.Computed;

/// <summary>A computed property as it was read: what is generated for it, or what is wrong.</summary>
internal sealed record ParsedComputed(IPropertySymbol Property, ComputedSpec? Spec, ComputedProblem? Problem, Location? Place, string Reason)
{
    /// <summary>The attribute that it is where the server alone computes it.</summary>
    public AttributeSpec? Attribute { get; init; }
}
