using System.Text.Json;
using Capsule.Changes;
using Capsule.Snapshots;

namespace Capsule.Access.Seeing;

/// <summary>Writes all that a tree has and does not store, as events for one who has none of it: the values of attributes, and an add for each item of a collection.</summary>
/// <param name="writer">Stands in a frame.</param>
/// <param name="tree">Whose.</param>
/// <param name="options">Who it is for, where nobody's rules are asked.</param>
/// <param name="sight">What they see, where rules are.</param>
internal sealed class TransientState(Utf8JsonWriter writer, ModelTree tree, XportOptions options, Sight? sight)
{
    private readonly List<ModelId> _collections = [];

    public void Write()
    {
        writer.WriteStartArray("events"u8);
        Write(tree.Root);
        writer.WriteEndArray();
        writer.WriteStartArray("replaces"u8);
        _collections.ForEach(id => writer.WriteStringValue(id.Value));
        writer.WriteEndArray();
    }

    private void Write(CapsuleModel model)
    {
        if (!tree.Transients.AreAtOrBelow(model.ModelType))
        {
            return;
        }

        WriteAttributes(model);
        foreach (Place place in Place.Below(model))
        {
            IReadOnlyList<CapsuleModel> items = sight is null ? place.Items() : sight.Find(model)!.Places[place.Index] ?? [];
            bool isTransient = place.IsTransient;
            if (isTransient && sight?.View.Of(model.ModelType).Has(place.Member) != false)
            {
                _collections.Add(place.Collection.Id);
            }

            for (int index = 0; index < items.Count; index++)
            {
                if (isTransient)
                {
                    WriteItem(place.Collection, index, items[index]);
                }
                else
                {
                    Write(items[index]);
                }
            }
        }
    }

    private void WriteAttributes(CapsuleModel model)
    {
        ulong transient = tree.Transients.Of(model.ModelType);
        SightChange shown = sight is null
            ? new(options.AttributesOf(model.ModelType), 0)
            : new(sight.ToldOf(model).Attributes, model.ModelType.RuledAttributes & sight.View.Of(model.ModelType).Attributes & ~sight.ToldOf(model).Attributes);
        if (shown.Of(transient) is { IsAny: true } told)
        {
            writer.WriteStartObject();
            writer.WriteString("event"u8, "change"u8);
            writer.WriteString("id"u8, model.Id.Value);
            writer.WriteStartObject("data"u8);
            model.WriteAttributes(writer, told.Values, sight, told.Nulls);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }
    }

    private void WriteItem(ModelCollection collection, int index, CapsuleModel item)
    {
        writer.WriteStartObject();
        writer.WriteString("event"u8, "add"u8);
        writer.WriteString("collection"u8, collection.Id.Value);
        writer.WriteNumber("at"u8, index);
        writer.WritePropertyName("data"u8);
        if (sight is null)
        {
            XportWriter.Write(writer, item, options, collection.ItemType);
        }
        else
        {
            SightWriter.WriteXport(writer, sight, item, collection.ItemType);
        }

        writer.WriteEndObject();
    }
}
