namespace Capsule.Protocol;

/// <summary>Where an op puts an item: in front of a sibling, at the end, or at an index. What is said of the sibling wins over the index.</summary>
/// <remarks>The default value says nothing, which means the end. Immutable.</remarks>
public readonly record struct Placement
{
    private Placement(int? index, ModelId? before, bool isLast)
    {
        Index = index;
        Before = before;
        IsLast = isLast;
    }

    /// <summary>The wanted index (<c>at</c> of an add, <c>newPosition</c> of a move); null where none was said.</summary>
    public int? Index { get; }

    /// <summary>The sibling to stand in front of; null where none was named.</summary>
    public ModelId? Before { get; }

    /// <summary>True where the end was asked for by <c>"before": null</c>.</summary>
    public bool IsLast { get; }

    /// <summary>At an index.</summary>
    public static Placement At(int index) => new(index, null, false);

    /// <summary>In front of a sibling; at the index if that sibling is gone.</summary>
    public static Placement InFrontOf(ModelId sibling, int? index = null) => new(index, sibling, false);

    /// <summary>At the end, whatever the index.</summary>
    public static Placement Last(int? index = null) => new(index, null, true);

    /// <summary>The index at which to insert.</summary>
    /// <param name="count">How many items the collection has, one that is being moved not counted.</param>
    /// <param name="beforeIndex">Where <see cref="Before"/> stands among them; negative if it is not there or none was named.</param>
    /// <returns>From 0 to <paramref name="count"/>.</returns>
    public int Resolve(int count, int beforeIndex)
    {
        if (IsLast)
        {
            return count;
        }

        return Before is not null && beforeIndex >= 0 ? beforeIndex : Math.Clamp(Index ?? count, 0, count);
    }
}
