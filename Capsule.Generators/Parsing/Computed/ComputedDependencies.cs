using Microsoft.CodeAnalysis;

namespace Capsule.Generators.Parsing.Computed;

/// <summary>
/// What the computed values that a computed value reads are computed from in turn. One may read the same of the models below it, as the size of a folder does: that
/// comes to an end. A circle within one model does not, nor one that leads up as well, nor one over a reference, which can lead back.
/// </summary>
internal sealed class ComputedDependencies
{
    private readonly HashSet<(string Property, bool LeadsDown, bool LeadsUp, bool Counts)> _known = [];
    private readonly Translation _translation;
    private readonly IPropertySymbol _property;
    private readonly Compilation _compilation;
    private readonly CancellationToken _cancellation;
    private bool _isComplete = true;

    private ComputedDependencies(Translation translation, IPropertySymbol property, Compilation compilation, CancellationToken cancellation)
    {
        _translation = translation;
        _property = property;
        _compilation = compilation;
        _cancellation = cancellation;
    }

    /// <summary>Adds the dependencies of what is read, and of what that reads.</summary>
    /// <returns>False if one of them cannot be read, so that there may be others.</returns>
    /// <exception cref="OutsideSubsetException">Something depends on itself, or reads what clients must not know.</exception>
    public static bool Complete(Translation translation, IPropertySymbol property, Compilation compilation, CancellationToken cancellation)
    {
        var all = new ComputedDependencies(translation, property, compilation, cancellation);
        all.FollowAll(translation, null, leadsDown: false, leadsUp: false, counts: true);
        return all._isComplete;
    }

    /// <param name="counts">Whether what is read is a dependency; else it is only asked whether it comes back to where it began.</param>
    private void FollowAll(Translation reader, SyntaxNode? place, bool leadsDown, bool leadsUp, bool counts)
    {
        bool looksUp = reader.FollowsReference || reader.Dependencies.Contains(Translation.AnyPlace);
        foreach ((IPropertySymbol read, SyntaxNode own, bool isOwn) in reader.Computed.ToArray())
        {
            Follow(read, place ?? own, leadsDown || (!isOwn && !looksUp), leadsUp || (!isOwn && looksUp), counts);
        }
    }

    private void Follow(IPropertySymbol read, SyntaxNode place, bool leadsDown, bool leadsUp, bool counts)
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

        // The browser has what the server computes, and does not compute it again.
        counts &= _translation.ReadsSecrets || !ModelMembers.IsOnServer(read);
        if (!_known.Add((NameOf(read), leadsDown, leadsUp, counts)) || (!counts && read.DeclaringSyntaxReferences.IsEmpty))
        {
            return;
        }

        if (read.DeclaringSyntaxReferences.IsEmpty)
        {
            throw new OutsideSubsetException(ComputedProblem.Outside, place, $"'{read.Name}' is computed in another assembly, whose expressions are not read here");
        }

        Translation inner = Translate(read, place, readsSecrets: !counts || _translation.ReadsSecrets);
        FollowAll(inner, place, leadsDown, leadsUp, counts);
        if (counts)
        {
            _translation.ReadsAll(inner);
        }
    }

    /// <summary>What is wrong with the other one is reported there, but for what it must not reveal here either.</summary>
    private Translation Translate(IPropertySymbol read, SyntaxNode place, bool readsSecrets)
    {
        var inner = new Translation(read.ContainingType) { ReadsSecrets = readsSecrets };
        try
        {
            if (ComputedBody.Bind(read, _compilation, _cancellation) is { } body)
            {
                _ = inner.Of(body);
            }
            else
            {
                _isComplete = false;
            }
        }
        catch (OutsideSubsetException problem) when (problem.Problem == ComputedProblem.Secret)
        {
            throw new OutsideSubsetException(ComputedProblem.Secret, place, problem.Message);
        }
        catch (OutsideSubsetException)
        {
            // Its own property has the diagnostic, if it needs a translation.
            _isComplete = false;
        }

        return inner;
    }

    /// <summary>The same property may be seen in two compilations.</summary>
    private static string NameOf(IPropertySymbol property) => $"{property.ContainingType.ToDisplayString()}.{property.Name}";
}
