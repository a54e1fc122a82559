using Capsule.Protocol;

namespace Capsule.Changes;

/// <summary>How a turn left an item that it put in, moved or removed.</summary>
/// <param name="Place">Where it stands; null if it is gone.</param>
/// <param name="Before">The sibling before it, if the turn only gave it another position; else nothing is said of siblings.</param>
/// <param name="Behind">The sibling behind it, likewise.</param>
/// <param name="IsReordered">Whether it is in the collection in which it was, so that the siblings tell whether somebody has moved it since.</param>
/// <param name="Xport">Of one that is gone: all of it, with what only the server sees.</param>
/// <param name="Type">What <paramref name="Xport"/> is read as: the class of items where it was.</param>
internal sealed record LeftItem(PlaceName? Place, ModelId? Before, ModelId? Behind, bool IsReordered, RawJson Xport, ModelType? Type)
{
    /// <summary>Whether the item is still as the turn left it.</summary>
    public bool IsStillSo(ModelTree tree, ModelId id)
    {
        if (!tree.Registry.TryFind(id, out CapsuleNode? node))
        {
            return Place is null;
        }

        if (node is not CapsuleModel { Place: { } place } item || PlaceName.Of(place) != Place)
        {
            return false;
        }

        return !IsReordered || Sibling(item, -1) == Before || Sibling(item, 1) == Behind;
    }

    /// <summary>The sibling so many places on; null where there is none.</summary>
    public static ModelId? Sibling(CapsuleModel item, int distance)
    {
        List<CapsuleModel> items = item.Place!.Items;
        int index = item.Place.IndexOf(item) + distance;
        return index >= 0 && index < items.Count ? items[index].Id : null;
    }
}
