using System.Collections.Immutable;

namespace Capsule;

/// <summary>What the server computes an attribute from.</summary>
/// <param name="Dependencies">Members, each after the name of its model, such as <c>card.points</c>; <c>*</c> where that is not known.</param>
/// <param name="IsLocal">Whether they are attributes of the model itself alone.</param>
public sealed record ComputedSources(ImmutableArray<string> Dependencies, bool IsLocal)
{
    /// <summary>What stands for everything.</summary>
    internal const string Anything = "*";
}
