using System.Collections.Immutable;

namespace Capsule;

/// <summary>One computed value of a model class.</summary>
/// <param name="Name">In the mirror.</param>
/// <param name="Property">In C#.</param>
/// <param name="Dependencies">The members that it is computed from, each after the name of its model, such as <c>card.points</c>.</param>
/// <param name="Read">Computes it.</param>
public sealed record ComputedInfo(string Name, string Property, ImmutableArray<string> Dependencies, Func<CapsuleModel, object?> Read)
{
    /// <summary>What the value depends on where it looks at the models above: any of them may have moved.</summary>
    internal const string AnyPlace = "*.parent";
}
