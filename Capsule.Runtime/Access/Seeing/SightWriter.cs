using System.Text.Json;
using Capsule.Changes;
using Capsule.Protocol;

namespace Capsule.Access.Seeing;

/// <summary>Writes what an audience sees: its state, and what a turn changed of it.</summary>
internal static class SightWriter
{
    /// <summary>An export of what is seen of a model and below it.</summary>
    /// <param name="writer">Takes one value.</param>
    /// <param name="sight">The audience's.</param>
    /// <param name="model">One that is seen.</param>
    /// <param name="declared">What its place is declared to hold; null for the root.</param>
    public static void WriteXport(Utf8JsonWriter writer, Sight sight, CapsuleModel model, ModelType? declared = null)
    {
        ModelType type = model.ModelType;
        Seen seen = sight.Find(model)!;
        writer.WriteStartObject();
        if (declared is { IsFamily: true })
        {
            writer.WriteString("type"u8, type.EncodedName);
        }

        writer.WriteStartObject("attrs"u8);
        writer.WriteString("id"u8, model.Id.Value);
        ulong attributes = sight.ToldOf(model).Attributes;
        model.WriteAttributes(writer, attributes, sight, nulls: type.RuledAttributes & sight.View.Of(type).Attributes & ~attributes);
        writer.WriteEndObject();
        WriteCollections(writer, sight, model, seen);
        WriteChildren(writer, sight, model, seen);
        writer.WriteEndObject();
    }

    /// <summary>The events of a turn that the sight has followed.</summary>
    /// <param name="writer">Stands in a list.</param>
    /// <param name="sight">The audience's.</param>
    /// <param name="turn">What the turn did to what it sees.</param>
    /// <param name="part">Which of the events.</param>
    /// <param name="pieces">What other audiences were told of this part in the turn.</param>
    public static void WriteEvents(Utf8JsonWriter writer, Sight sight, SeenTurn turn, EventPart part, ChangePieces pieces)
    {
        foreach (SightEvent happened in turn.Structure)
        {
            if (!TurnChanges.Has(part, happened.Place.IsTransient))
            {
                continue;
            }

            if (happened.Place.IsCollection)
            {
                WriteInCollection(writer, sight, happened);
            }
            else
            {
                WriteChild(writer, sight, happened);
            }
        }

        foreach ((CapsuleModel model, int subject, SightChange change) in turn.Changes)
        {
            SightChange told = change.Of(sight.Tree.AttributesOf(part, model));
            if (!told.IsAny)
            {
                continue;
            }

            if (subject < 0)
            {
                ChangePieces.WriteEvent(writer, sight, model, told);
            }
            else
            {
                pieces.Write(writer, sight, subject, model, told);
            }
        }
    }

    /// <summary>A collection that a rule hides is there, and empty: what it holds comes when the rule shows it.</summary>
    private static void WriteCollections(Utf8JsonWriter writer, Sight sight, CapsuleModel model, Seen seen)
    {
        ModelType type = model.ModelType;
        ModelView view = sight.View.Of(type);
        if (view.Collections == 0)
        {
            return;
        }

        writer.WriteStartObject("collections"u8);
        for (int index = 0; index < type.Collections.Length; index++)
        {
            if ((view.Collections & (1UL << index)) == 0)
            {
                continue;
            }

            CollectionInfo collection = type.Collections[index];
            writer.WriteStartObject(collection.EncodedName);
            writer.WriteString("id"u8, model.CollectionAt(index).Id.Value);
            writer.WriteStartArray("models"u8);
            foreach (CapsuleModel item in seen.Places[index] ?? [])
            {
                WriteXport(writer, sight, item, collection.ItemType);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    private static void WriteChildren(Utf8JsonWriter writer, Sight sight, CapsuleModel model, Seen seen)
    {
        ModelType type = model.ModelType;
        if (sight.View.Of(type).Children == 0)
        {
            return;
        }

        writer.WriteStartObject("models"u8);
        for (int index = 0; index < type.Children.Length; index++)
        {
            if (seen.Places[type.Collections.Length + index] is [var child])
            {
                writer.WritePropertyName(type.Children[index].EncodedName);
                WriteXport(writer, sight, child, type.Children[index].Type);
            }
        }

        writer.WriteEndObject();
    }

    private static void WriteInCollection(Utf8JsonWriter writer, Sight sight, SightEvent happened)
    {
        ModelCollection collection = happened.Place.Collection;
        writer.WriteStartObject();
        switch (happened.Kind)
        {
            case StructureKind.Insert:
                writer.WriteString("event"u8, "add"u8);
                writer.WriteString("collection"u8, collection.Id.Value);
                writer.WriteNumber("at"u8, happened.Index);
                writer.WritePropertyName("data"u8);
                WriteXport(writer, sight, happened.Item, collection.ItemType);
                break;
            case StructureKind.Remove:
                writer.WriteString("event"u8, "remove"u8);
                writer.WriteString("id"u8, happened.Item.Id.Value);
                writer.WriteString("collection"u8, collection.Id.Value);
                break;
            case StructureKind.Move:
                writer.WriteString("event"u8, "move"u8);
                writer.WriteString("collection"u8, collection.Id.Value);
                writer.WriteString("id"u8, happened.Item.Id.Value);
                writer.WriteNumber("newPosition"u8, happened.Index);
                if (happened.From is { } from && from != happened.Place)
                {
                    writer.WriteString("from"u8, from.Collection.Id.Value);
                }

                break;
        }

        writer.WriteEndObject();
    }

    private static void WriteChild(Utf8JsonWriter writer, Sight sight, SightEvent happened)
    {
        Place place = happened.Place;
        writer.WriteStartObject();
        writer.WriteString("event"u8, "child"u8);
        writer.WriteString("id"u8, place.Owner.Id.Value);
        writer.WriteString("name"u8, place.Owner.ModelType.Children[place.Member - Place.Children].EncodedName);
        writer.WritePropertyName("data"u8);
        if (happened.Kind == StructureKind.Remove)
        {
            writer.WriteNullValue();
        }
        else
        {
            WriteXport(writer, sight, happened.Item, place.Declared);
        }

        writer.WriteEndObject();
    }
}
