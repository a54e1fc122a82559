using System.Buffers;
using System.Text.Json;
using Capsule.Internals;
using Capsule.Protocol;
using Capsule.Snapshots;

namespace Capsule.Changes;

/// <summary>What the turn that is being committed really did. Good only during the call that hands it over.</summary>
internal sealed class TurnChanges(ModelTree tree)
{
    private static readonly JsonEncodedText Event = JsonEncodedText.Encode("event");
    private static readonly JsonEncodedText Id = JsonEncodedText.Encode("id");
    private static readonly JsonEncodedText Data = JsonEncodedText.Encode("data");
    private static readonly JsonEncodedText Collection = JsonEncodedText.Encode("collection");
    private static readonly JsonEncodedText At = JsonEncodedText.Encode("at");
    private static readonly JsonEncodedText NewPosition = JsonEncodedText.Encode("newPosition");
    private static readonly JsonEncodedText From = JsonEncodedText.Encode("from");
    private static readonly JsonEncodedText Change = JsonEncodedText.Encode("change");
    private static readonly JsonEncodedText Add = JsonEncodedText.Encode("add");
    private static readonly JsonEncodedText Remove = JsonEncodedText.Encode("remove");
    private static readonly JsonEncodedText Child = JsonEncodedText.Encode("child");
    private static readonly JsonEncodedText Name = JsonEncodedText.Encode("name");
    private static readonly JsonEncodedText Move = JsonEncodedText.Encode("move");

    public ModelTree Tree { get; } = tree;

    /// <summary>The number of the last batch before the turn.</summary>
    public long After { get; private set; }

    /// <summary>The number that the turn's batch gets, if it has one.</summary>
    public long Seq => After + 1;

    /// <summary>Whether it has a batch: it changed something that is stored, or somebody sees something stored that they did not see before.</summary>
    public bool IsNumbered { get; set; }

    /// <summary>Whether all is told in the batch.</summary>
    public bool IsMixed => Tree.Log.IsMixed;

    /// <summary>Whether some of it may be in no batch.</summary>
    public bool HasParts => Tree.Transients.Any || Tree.Log.Broadcasts.Count > 0;

    public void Prepare(long after)
    {
        After = after;
        IsNumbered = Tree.Log.IsMixed || Tree.Log.Invalidated.Count > 0 || HasDurable();
    }

    /// <summary>Writes the events, one object after the other: structure first, then one change per model.</summary>
    /// <param name="writer">Stands in a list.</param>
    /// <param name="options">Who they are for.</param>
    /// <param name="part">Which of them.</param>
    public void WriteEvents(Utf8JsonWriter writer, XportOptions options, EventPart part)
    {
        foreach (StructureEvent structure in Tree.Log.Events)
        {
            if (Has(part, structure.Collection.IsTransient))
            {
                WriteStructure(writer, structure, options);
            }
        }

        foreach (DirtyModel dirty in Tree.Log.Dirty)
        {
            CapsuleModel model = dirty.Model;
            ulong attributes = dirty.Differing & options.AttributesOf(model.ModelType) & Tree.AttributesOf(part, model);
            if (attributes != 0 && IsKnown(model))
            {
                WriteChange(writer, model, attributes, options);
            }
        }
    }

    /// <summary>Writes what happened that is no state, one object after the other.</summary>
    /// <param name="writer">Stands in a list.</param>
    /// <param name="sees">Whether those whom it is for see a model.</param>
    public void WriteBroadcasts(Utf8JsonWriter writer, Func<CapsuleModel, bool> sees)
    {
        foreach (Broadcast happened in Tree.Log.Broadcasts)
        {
            if (Tree.Registry.Holds(happened.Model) && sees(happened.Model))
            {
                EventJson.Write(writer, new BroadcastEvent(happened.Model.Id, happened.Name, happened.Data));
            }
        }
    }

    /// <summary>The turn as clients see it, to keep: its batch, if it has one, and what of it is in no batch.</summary>
    public IEnumerable<Frame> ToFrames()
    {
        if (IsNumbered)
        {
            yield return new BatchFrame(Seq, ToEvents(IsMixed ? EventPart.All : EventPart.Durable));
        }

        IEnumerable<ModelEvent> transient = HasParts && !IsMixed ? ToEvents(EventPart.Transient) : [];
        ModelEvent[] others = [.. transient, .. Tree.Log.Broadcasts.Where(one => Tree.Registry.Holds(one.Model)).Select(static one => new BroadcastEvent(one.Model.Id, one.Name, one.Data))];
        if (others.Length > 0)
        {
            yield return new TransientFrame(IsNumbered ? Seq : After, others);
        }
    }

    /// <summary>Whether an event is of this part.</summary>
    public static bool Has(EventPart part, bool isTransient) => part == EventPart.All || isTransient == (part == EventPart.Transient);

    private IReadOnlyList<ModelEvent> ToEvents(EventPart part)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, CapsuleJson.WriterOptions))
        {
            writer.WriteStartArray();
            WriteEvents(writer, XportOptions.Default, part);
            writer.WriteEndArray();
        }

        return EventJson.ReadList(buffer.WrittenMemory);
    }

    private bool HasDurable()
    {
        if (!HasParts)
        {
            return true;
        }

        foreach (StructureEvent structure in Tree.Log.Events)
        {
            if (!structure.Collection.IsTransient)
            {
                return true;
            }
        }

        foreach (DirtyModel dirty in Tree.Log.Dirty)
        {
            if ((dirty.Differing & Tree.AttributesOf(EventPart.Durable, dirty.Model)) != 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Before the turn it was in the tree, and it still is, below nothing new: whoever follows the tree knows it.</summary>
    private bool IsKnown(CapsuleModel model) =>
        Tree.Log.Events.Length == 0 || (Tree.Registry.Holds(model) && !StructureEvents.IsInsideNew(model));

    private static void WriteChange(Utf8JsonWriter writer, CapsuleModel model, ulong attributes, XportOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString(Event, Change);
        writer.WriteString(Id, model.Id.Value);
        writer.WriteStartObject(Data);
        model.WriteAttributes(writer, attributes, isStored: !options.Transient);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteStructure(Utf8JsonWriter writer, StructureEvent structure, XportOptions options)
    {
        if (structure.Collection is ChildSlot slot)
        {
            WriteChild(writer, slot, structure, options);
            return;
        }

        writer.WriteStartObject();
        switch (structure.Kind)
        {
            case StructureKind.Insert:
                writer.WriteString(Event, Add);
                writer.WriteString(Collection, structure.Collection.Id.Value);
                writer.WriteNumber(At, structure.Index);
                writer.WritePropertyName(Data);
                XportWriter.Write(writer, structure.Item, options, structure.Collection.ItemType);
                break;
            case StructureKind.Remove:
                writer.WriteString(Event, Remove);
                writer.WriteString(Id, structure.Item.Id.Value);
                writer.WriteString(Collection, structure.Collection.Id.Value);
                break;
            case StructureKind.Move:
                writer.WriteString(Event, Move);
                writer.WriteString(Collection, structure.Collection.Id.Value);
                writer.WriteString(Id, structure.Item.Id.Value);
                writer.WriteNumber(NewPosition, structure.Index);
                if (structure.From != structure.Collection)
                {
                    writer.WriteString(From, structure.From!.Id.Value);
                }

                break;
        }

        writer.WriteEndObject();
    }

    private static void WriteChild(Utf8JsonWriter writer, ChildSlot slot, StructureEvent structure, XportOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString(Event, Child);
        writer.WriteString(Id, slot.Owner.Id.Value);
        writer.WriteString(Name, slot.Place.EncodedName);
        writer.WritePropertyName(Data);
        if (structure.Kind == StructureKind.Remove)
        {
            writer.WriteNullValue();
        }
        else
        {
            XportWriter.Write(writer, structure.Item, options, slot.ItemType);
        }

        writer.WriteEndObject();
    }
}
