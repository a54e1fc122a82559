using Microsoft.CodeAnalysis;

namespace Capsule.Generators.Parsing.Computed;

/// <summary>An expression has no translation. Thrown from deep within one and caught where the property is read.</summary>
internal sealed class OutsideSubsetException(ComputedProblem problem, SyntaxNode place, string reason) : Exception(reason)
{
    public ComputedProblem Problem { get; } = problem;

    public SyntaxNode Place { get; } = place;
}
