using System.Text.Json;

namespace Capsule.Snapshots;

internal sealed partial class MportReader
{
    private readonly List<Action> _postponed = [];
    private readonly HashSet<CapsuleModel> _placed = [];

    /// <summary>Reads what a collection is to hold. Nothing is moved before all is read: what one collection lets go of, another may want.</summary>
    private void ReadReplacement(ref Utf8JsonReader reader, ModelCollection collection, ModelType type)
    {
        var items = new List<CapsuleModel>();
        int above = _postponed.Count;
        bool allNew = collection.OwningTree is null;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            CapsuleModel item = ReadItem(ref reader, type);
            if (!_placed.Add(item))
            {
                throw new CapsuleException(ErrorCode.Conflict, $"The data have the item {item.Id} twice.");
            }

            items.Add(item);
            allNew &= item.Collection is null;
        }

        if (allNew)
        {
            items.ForEach(item => collection.InsertItem(collection.Count, item));
            collection.SettleRadios();
        }
        else
        {
            _postponed.Insert(above, () => Replace(collection, items));
        }
    }

    /// <summary>Makes the collections and the children what the data say, each before those below it, so that nothing is above what it is to be put in.</summary>
    private void DoPostponed() => _postponed.ForEach(step => step());

    private static void Replace(ModelCollection collection, List<CapsuleModel> items)
    {
        if (items.Find(collection.Owner.IsWithin) is { } above)
        {
            throw new CapsuleException(ErrorCode.Conflict, $"The data have {above.Id} below itself.");
        }

        collection.ReplaceItems(items);
        collection.SettleRadios();
    }
}
