using System.Text.Json;
using Capsule.Internals;

namespace Capsule.Snapshots;

internal sealed partial class MportReader
{
    /// <summary>Reads a child that can be replaced: the one that is there is changed in place if the data are about it, else another takes its place.</summary>
    private void ReadSlot(ref Utf8JsonReader reader, ChildSlot slot, bool isNew)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            if (!slot.Place.IsNullable)
            {
                throw new CapsuleException(ErrorCode.Invalid, $"'{slot.Name}' must be an object: there is always one.");
            }

            Replace(slot, null, _postponed.Count);
            return;
        }

        Expect(ref reader, JsonTokenType.StartObject, slot.Name);
        ModelId? id = MportPeek.Id(reader);
        ModelType type = MportPeek.Type(reader, slot.ItemType);
        if (slot.Child is { } present && present.ModelType == type && (isNew || id is null || id == present.Id))
        {
            ReadModel(ref reader, present, isNew);
            return;
        }

        if (id is { } known && tree.Registry.TryFind(known, out _))
        {
            throw ModelRegistry.Taken(known);
        }

        if (source != MportSource.Replacing)
        {
            slot.Clear();
        }

        int above = _postponed.Count;
        CapsuleModel child = type.Create();
        ReadModel(ref reader, child, isNew: true);
        Replace(slot, child, above);
    }

    /// <summary>At once, but where all is replaced: there when all is read, because what goes with the former child, something else may want.</summary>
    private void Replace(ChildSlot slot, CapsuleModel? child, int above)
    {
        if (source != MportSource.Replacing || slot.Owner.OwningTree is null)
        {
            slot.Set(child);
        }
        else
        {
            _postponed.Insert(above, () => slot.Set(child));
        }
    }

    /// <summary>An item stays where it is when data are merged, but for one that went with a child that the data replaced: it is where the data have it.</summary>
    private void Keep(CapsuleModel item, ModelCollection collection)
    {
        if (!tree.Registry.Holds(item) && tree.Registry.Holds(collection))
        {
            collection.MoveItem(item, collection.Count);
        }
    }

    /// <summary>What the data do not have is to be gone.</summary>
    private void EmptySlots(CapsuleModel model, ulong read)
    {
        for (int index = 0; index < model.ModelType.Children.Length; index++)
        {
            if ((read & (1UL << index)) == 0 && model.ModelType.Children[index].IsNullable)
            {
                Replace(model.SlotAt(index)!, null, _postponed.Count);
            }
        }
    }
}
