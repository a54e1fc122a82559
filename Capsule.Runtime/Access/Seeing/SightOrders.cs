namespace Capsule.Access.Seeing;

/// <summary>
/// Follows collections from the order that an audience was told to the one that it is to see, event by event, as whoever applies the events will. An item is put
/// behind the nearest one before it that stands where it will in the end, so when the last event has been made, all do.
/// </summary>
internal sealed class SightOrders
{
    private readonly Dictionary<Place, List<CapsuleModel>> _orders = [];
    private readonly HashSet<CapsuleModel> _settled = new(ReferenceEqualityComparer.Instance);

    /// <summary>Begins to follow a place.</summary>
    public void Follow(Place place, IReadOnlyList<CapsuleModel> before) => _orders.TryAdd(place, [.. before]);

    /// <summary>These stay where they are.</summary>
    public void Keep(IEnumerable<CapsuleModel> items) => _settled.UnionWith(items);

    public bool Keeps(CapsuleModel item) => _settled.Contains(item);

    /// <returns>Where it stood.</returns>
    public int Leave(Place place, CapsuleModel item)
    {
        List<CapsuleModel> order = _orders[place];
        int index = order.IndexOf(item);
        order.RemoveAt(index);
        return index;
    }

    /// <param name="place">Where it comes to.</param>
    /// <param name="after">What will stand there in the end.</param>
    /// <param name="index">Which of those it is.</param>
    /// <returns>Where it stands now.</returns>
    public int Enter(Place place, IReadOnlyList<CapsuleModel> after, int index)
    {
        List<CapsuleModel> order = _orders[place];
        int behind = index - 1;
        while (behind >= 0 && !_settled.Contains(after[behind]))
        {
            behind--;
        }

        int at = behind < 0 ? 0 : order.IndexOf(after[behind]) + 1;
        order.Insert(at, after[index]);
        _settled.Add(after[index]);
        return at;
    }
}
