using System.Collections.Immutable;

namespace Capsule;

public sealed partial class ModelType
{
    /// <summary>The authorization policies that its members name, each once.</summary>
    public ImmutableArray<string> Policies { get; init; } = [];
}
