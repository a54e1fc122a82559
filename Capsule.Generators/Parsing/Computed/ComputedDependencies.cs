using Microsoft.CodeAnalysis;

namespace Capsule.Generators.Parsing.Computed;

/// <summary>
/// What the computed values that a computed value reads are computed from in turn. One may read the same of the models below it, as the size of a folder does: that
/// comes to an end. A circle within one model does not, nor one that leads up as well, nor one over a reference, which can lead back.
/// </summary>
internal sealed class ComputedDependencies
{
    private readonly HashSet<(string Property, bool LeadsDown, bool LeadsUp)> _known = [];
    private readonly Translation _translation;
    private readonly IPropertySymbol _property;
    private readonly Compilation _compilation;
    private readonly CancellationToken _cancellation;

    private ComputedDependencies(Translation translation, IPropertySymbol property, Compilation compilation, CancellationToken cancellation)
    {
        _translation = translation;
        _property = property;
        _compilation = compilation;
        _cancellation = cancellation;
    }

    /// <summary>Adds the dependencies of what is read, and of what that reads.</summary>
    /// <exception cref="OutsideSubsetException">Something depends on itself, or reads what clients must not know.</exception>
    public static void Complete(Translation translation, IPropertySymbol property, Compilation compilation, CancellationToken cancellation) =>
        new ComputedDependencies(translation, property, compilation, cancellation).FollowAll(translation, null, leadsDown: false, leadsUp: false);

    private void FollowAll(Translation reader, SyntaxNode? place, bool leadsDown, bool leadsUp)
    {
        bool looksUp = reader.FollowsReference || reader.Dependencies.Contains(Translation.AnyPlace);
        foreach ((IPropertySymbol read, SyntaxNode own, bool isOwn) in reader.Computed.ToArray())
        {
            Follow(read, place ?? own, leadsDown || (!isOwn && !looksUp), leadsUp || (!isOwn && looksUp));
        }
    }

    private void Follow(IPropertySymbol read, SyntaxNode place, bool leadsDown, bool leadsUp)
    {
        _cancellation.ThrowIfCancellationRequested();
        if (NameOf(read) == NameOf(_property))
        {
            if (leadsUp || !leadsDown)
            {
                throw new OutsideSubsetException(ComputedProblem.Circle, place, _property.Name);
            }

            return;
        }

        if (!_known.Add((NameOf(read), leadsDown, leadsUp)))
        {
            return;
        }

        if (read.DeclaringSyntaxReferences.IsEmpty)
        {
            throw new OutsideSubsetException(ComputedProblem.Outside, place, $"'{read.Name}' is computed in another assembly, whose expressions are not read here");
        }

        Translation inner = Translate(read, place);
        FollowAll(inner, place, leadsDown, leadsUp);
        _translation.Dependencies.UnionWith(inner.Dependencies);
    }

    /// <summary>What is wrong with the other one is reported there, but for what it must not reveal here either.</summary>
    private Translation Translate(IPropertySymbol read, SyntaxNode place)
    {
        var inner = new Translation(read.ContainingType);
        try
        {
            _ = ComputedBody.Bind(read, _compilation, _cancellation) is { } body ? inner.Of(body) : default;
        }
        catch (OutsideSubsetException problem) when (problem.Problem == ComputedProblem.Secret)
        {
            throw new OutsideSubsetException(ComputedProblem.Secret, place, problem.Message);
        }
        catch (OutsideSubsetException)
        {
            // Its own property has the diagnostic.
        }

        return inner;
    }

    /// <summary>The same property may be seen in two compilations.</summary>
    private static string NameOf(IPropertySymbol property) => $"{property.ContainingType.ToDisplayString()}.{property.Name}";
}
