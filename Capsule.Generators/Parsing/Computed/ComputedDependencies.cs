using Microsoft.CodeAnalysis;

namespace Capsule.Generators.Parsing.Computed;

/// <summary>What the computed values that a computed value reads are computed from in turn.</summary>
internal static class ComputedDependencies
{
    /// <summary>Adds the dependencies of what is read, and of what that reads.</summary>
    /// <exception cref="OutsideSubsetException">Something depends on itself, or reads what clients must not know.</exception>
    public static void Complete(Translation translation, IPropertySymbol property, Compilation compilation, CancellationToken cancellation)
    {
        var known = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach ((IPropertySymbol read, SyntaxNode place) in translation.Computed)
        {
            Add(read, place);
        }

        void Add(IPropertySymbol read, SyntaxNode place)
        {
            cancellation.ThrowIfCancellationRequested();
            if (IsSame(read, property))
            {
                throw new OutsideSubsetException(ComputedProblem.Circle, place, property.Name);
            }

            if (known.Add(read))
            {
                Follow(read, place);
            }
        }

        void Follow(IPropertySymbol read, SyntaxNode place)
        {
            if (read.DeclaringSyntaxReferences.IsEmpty)
            {
                throw new OutsideSubsetException(ComputedProblem.Outside, place, $"'{read.Name}' is computed in another assembly, whose expressions are not read here");
            }

            var inner = new Translation(read.ContainingType);
            try
            {
                _ = ComputedBody.Bind(read, compilation, cancellation) is { } body ? inner.Of(body) : default;
            }
            catch (OutsideSubsetException problem) when (problem.Problem == ComputedProblem.Secret)
            {
                throw new OutsideSubsetException(ComputedProblem.Secret, place, problem.Message);
            }

            translation.Dependencies.UnionWith(inner.Dependencies);
            foreach ((IPropertySymbol next, SyntaxNode _) in inner.Computed)
            {
                Add(next, place);
            }
        }
    }

    /// <summary>Whether it is the same property, though perhaps seen in another compilation.</summary>
    private static bool IsSame(IPropertySymbol one, IPropertySymbol other) =>
        one.Name == other.Name && one.ContainingType.ToDisplayString() == other.ContainingType.ToDisplayString();
}
