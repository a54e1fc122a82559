namespace Capsule.Access.Seeing;

/// <summary>What is told of a model's attributes, as bits by number.</summary>
/// <param name="Values">Those whose values are.</param>
/// <param name="Nulls">Those that went out of sight: they are null now.</param>
internal readonly record struct SightChange(ulong Values, ulong Nulls)
{
    /// <summary>What of it is told of these attributes.</summary>
    public SightChange Of(ulong attributes) => new(Values & attributes, Nulls & attributes);

    public bool IsAny => (Values | Nulls) != 0;
}
