using System.Text.Json;

namespace Capsule.Protocol;

/// <summary>Reads and writes ops. Stateless; safe to call from any thread.</summary>
public static class OpJson
{
    private const string Kinds = "set, unset, increment, add, delete, move, method call, undo, redo";

    private static readonly MemberNames Names = new(
        "event", "id", "change", "was", "property", "by", "collection", "data", "before", "at", "newPosition", "method", "args", "turn");

    /// <summary>Reads one op.</summary>
    /// <param name="utf8">The op's JSON. The op keeps slices of it: it must not change afterwards.</param>
    /// <exception cref="ProtocolException">The bytes are not one op.</exception>
    public static Op Read(ReadOnlyMemory<byte> utf8) => Read(JsonMembers.ReadMessage(utf8, Names));

    /// <summary>Writes one op, members in the protocol's order.</summary>
    public static void Write(Utf8JsonWriter writer, Op op)
    {
        switch (op)
        {
            case SetOp set:
                writer.WriteStartKind("set"u8);
                writer.WriteId("id"u8, set.Id);
                writer.WriteRaw("change"u8, set.Change);
                writer.WriteOptional("was"u8, set.Was);
                break;
            case UnsetOp unset:
                writer.WriteStartKind("unset"u8);
                writer.WriteId("id"u8, unset.Id);
                writer.WriteString("property"u8, unset.Property);
                break;
            case IncrementOp increment:
                writer.WriteStartKind("increment"u8);
                writer.WriteId("id"u8, increment.Id);
                writer.WriteString("property"u8, increment.Property);
                writer.WriteRaw("by"u8, increment.By);
                break;
            case AddOp add:
                writer.WriteStartKind("add"u8);
                writer.WriteId("id"u8, add.Collection);
                writer.WriteRaw("data"u8, add.Data);
                writer.WriteBefore(add.Place);
                writer.WriteOptional("at"u8, add.Place.Index);
                break;
            case DeleteOp delete:
                writer.WriteStartKind("delete"u8);
                writer.WriteId("id"u8, delete.Id);
                break;
            case MoveOp move:
                writer.WriteStartKind("move"u8);
                writer.WriteId("collection"u8, move.Collection);
                writer.WriteId("id"u8, move.Id);
                writer.WriteOptional("newPosition"u8, move.Place.Index);
                writer.WriteBefore(move.Place);
                break;
            case CallOp call:
                writer.WriteStartKind("method call"u8);
                writer.WriteId("id"u8, call.Id);
                writer.WriteString("method"u8, call.Method);
                writer.WriteRaw("args"u8, call.Args);
                break;
            case UndoOp undo:
                writer.WriteStartKind("undo"u8);
                writer.WriteNumber("turn"u8, undo.Turn);
                break;
            case RedoOp redo:
                writer.WriteStartKind("redo"u8);
                writer.WriteNumber("turn"u8, redo.Turn);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(op), op, "This kind of op has no JSON.");
        }

        writer.WriteEndObject();
    }

    /// <summary>Reads the ops of a turn.</summary>
    /// <param name="ops">A slice of a message, known to be well-formed and a list.</param>
    /// <param name="maxOps">How many there may be.</param>
    /// <param name="maxDepth">How deep containers may be inside one another, counted from the list's own.</param>
    internal static IReadOnlyList<Op> ReadList(RawJson ops, int maxOps, int maxDepth)
    {
        var list = new Location("ops");
        var read = new List<Op>();
        var reader = new Utf8JsonReader(ops.Utf8.Span, new JsonReaderOptions { MaxDepth = maxDepth });
        try
        {
            reader.Read();
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                if (read.Count == maxOps)
                {
                    throw list.Refuse($"A turn has {maxOps} ops at most here (MaxOpsPerTurn): send several turns.", ErrorCode.TooLarge);
                }

                Location op = list with { Index = read.Count, Op = read.Count };
                read.Add(Read(JsonMembers.Read(ref reader, ops.Utf8, Names, op)));
            }
        }
        catch (JsonException)
        {
            // The list is known to be well-formed, so it is its depth.
            Location op = list with { Index = read.Count, Op = read.Count };
            throw op.Refuse($"Values stand inside one another more than {maxDepth + 1} deep (MaxMessageDepth): add what is below by further ops.", ErrorCode.TooLarge);
        }

        return read;
    }

    private static Op Read(in JsonMembers members) => members.Text("event") switch
    {
        "set" => new SetOp(members.Id("id"), members.Object("change"), members.OptionalObject("was")),
        "unset" => new UnsetOp(members.Id("id"), members.Text("property")),
        "increment" => new IncrementOp(members.Id("id"), members.Text("property"), Amount(members)),
        "add" => new AddOp(members.Id("id"), members.Object("data"), PlacementJson.Read(members, "at")),
        "delete" => new DeleteOp(members.Id("id")),
        "move" => new MoveOp(members.Id("collection"), members.Id("id"), PlacementJson.Read(members, "newPosition")),
        "method call" => new CallOp(members.Id("id"), members.Text("method"), Arguments(members)),
        "undo" => new UndoOp(members.Number("turn", 1)),
        "redo" => new RedoOp(members.Number("turn", 1)),
        string other => throw members.Unknown("event", other, Kinds),
    };

    private static RawJson Arguments(in JsonMembers members) =>
        members.OptionalArray("args") is { IsAbsent: false } arguments ? arguments : RawJson.EmptyArray;

    private static RawJson Amount(in JsonMembers members)
    {
        RawJson by = members.Any("by");
        return by.IsAbsent ? throw members.Missing("by", "a number")
            : by.Utf8.Span[0] is (byte)'"' or (byte)'-' or (>= (byte)'0' and <= (byte)'9') ? by
            : throw members.Refuse("by", "This is no number: it has to be one, or a string of digits for types that travel so.");
    }
}
