using System.Text.Json;

namespace Capsule.Protocol;

/// <summary>Reads and writes events. Stateless; safe to call from any thread.</summary>
public static class EventJson
{
    private const string Kinds = "change, add, remove, move, child, broadcast";

    private static readonly MemberNames Names = new("event", "id", "collection", "data", "at", "newPosition", "from", "name");

    /// <summary>Reads one event.</summary>
    /// <param name="utf8">The event's JSON. The event keeps slices of it: it must not change afterwards.</param>
    /// <exception cref="ProtocolException">The bytes are not one event.</exception>
    public static ModelEvent Read(ReadOnlyMemory<byte> utf8) => Read(JsonMembers.ReadMessage(utf8, Names));

    /// <summary>Reads a list of events.</summary>
    /// <param name="utf8">The list's JSON. The events keep slices of it: it must not change afterwards.</param>
    /// <exception cref="ProtocolException">The bytes are not one list of events.</exception>
    public static IReadOnlyList<ModelEvent> ReadList(ReadOnlyMemory<byte> utf8) => ReadList(JsonList.Check(utf8), Location.Message);

    /// <summary>Writes one event, members in the protocol's order.</summary>
    public static void Write(Utf8JsonWriter writer, ModelEvent happened)
    {
        switch (happened)
        {
            case ChangeEvent change:
                writer.WriteStartKind("change"u8);
                writer.WriteId("id"u8, change.Id);
                writer.WriteRaw("data"u8, change.Data);
                break;
            case AddEvent add:
                writer.WriteStartKind("add"u8);
                writer.WriteId("collection"u8, add.Collection);
                writer.WriteNumber("at"u8, add.At);
                writer.WriteRaw("data"u8, add.Data);
                break;
            case RemoveEvent remove:
                writer.WriteStartKind("remove"u8);
                writer.WriteId("id"u8, remove.Id);
                writer.WriteId("collection"u8, remove.Collection);
                break;
            case MoveEvent move:
                writer.WriteStartKind("move"u8);
                writer.WriteId("collection"u8, move.Collection);
                writer.WriteId("id"u8, move.Id);
                writer.WriteNumber("newPosition"u8, move.NewPosition);
                if (move.From is { } from)
                {
                    writer.WriteId("from"u8, from);
                }

                break;
            case ChildEvent child:
                writer.WriteStartKind("child"u8);
                writer.WriteId("id"u8, child.Id);
                writer.WriteString("name"u8, child.Name);
                writer.WriteRaw("data"u8, child.Data);
                break;
            case BroadcastEvent broadcast:
                writer.WriteStartKind("broadcast"u8);
                writer.WriteId("id"u8, broadcast.Id);
                writer.WriteString("name"u8, broadcast.Name);
                writer.WriteRaw("data"u8, broadcast.Data);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(happened), happened, "This kind of event has no JSON.");
        }

        writer.WriteEndObject();
    }

    internal static IReadOnlyList<ModelEvent> ReadList(RawJson events, Location location) => JsonList.Read(events, Names, location, Read);

    internal static void WriteList(Utf8JsonWriter writer, IReadOnlyList<ModelEvent> events)
    {
        writer.WriteStartArray("events"u8);
        foreach (ModelEvent happened in events)
        {
            Write(writer, happened);
        }

        writer.WriteEndArray();
    }

    private static ModelEvent Read(in JsonMembers members) => members.Text("event") switch
    {
        "change" => new ChangeEvent(members.Id("id"), members.Object("data")),
        "add" => new AddEvent(members.Id("collection"), members.Integer("at", 0), members.Object("data")),
        "remove" => new RemoveEvent(members.Id("id"), members.Id("collection")),
        "move" => new MoveEvent(members.Id("collection"), members.Id("id"), members.Integer("newPosition", 0), members.OptionalId("from")),
        "child" => new ChildEvent(members.Id("id"), members.Text("name"), members.IsNull("data") ? RawJson.Null : members.Object("data")),
        "broadcast" => new BroadcastEvent(members.Id("id"), members.Text("name"), members.Object("data")),
        string other => throw members.Unknown("event", other, Kinds),
    };
}
