using System.Text.Json;

namespace Capsule.Protocol;

/// <summary>Reads and writes what clients send. Stateless; safe to call from any thread.</summary>
public static class ClientMessageJson
{
    private const string Kinds = "join, turn, token";

    private static readonly MemberNames Names = new("event", "client", "confirmed", "schema", "since", "token", "turn", "ops");
    private static readonly MemberNames SinceNames = new("epoch", "seq", "view");

    /// <summary>Reads one message of a client.</summary>
    /// <param name="utf8">The message. What is read keeps slices of it: it must not change afterwards.</param>
    /// <param name="maxOps">How many ops a turn may have; one more is <see cref="ErrorCode.TooLarge"/>.</param>
    /// <param name="maxDepth">How many containers may stand inside one another in a turn, the message itself counted; at least 3. One more is
    /// <see cref="ErrorCode.TooLarge"/>.</param>
    /// <exception cref="ProtocolException">The bytes are no message of a client; <see cref="ProtocolException.Turn"/> is set if they are a turn
    /// with a number, but with ops that cannot be read.</exception>
    public static ClientMessage Read(ReadOnlyMemory<byte> utf8, int maxOps = 100, int maxDepth = 64)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxDepth, 3);
        JsonMembers members = JsonMembers.ReadMessage(utf8, Names);
        return members.Text("event") switch
        {
            "join" => ReadJoin(members),
            "turn" => ReadTurn(members, maxOps, maxDepth),
            "token" => new TokenMessage(members.Text("token")),
            string other => throw members.Unknown("event", other, Kinds),
        };
    }

    /// <summary>Writes one message, members in the protocol's order.</summary>
    public static void Write(Utf8JsonWriter writer, ClientMessage message)
    {
        switch (message)
        {
            case JoinMessage join:
                writer.WriteStartKind("join"u8);
                WriteJoin(writer, join);
                break;
            case TurnMessage turn:
                writer.WriteStartKind("turn"u8);
                WriteTurn(writer, turn);
                break;
            case TokenMessage token:
                writer.WriteStartKind("token"u8);
                writer.WriteString("token"u8, token.Token);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(message), message, "This kind of message has no JSON.");
        }

        writer.WriteEndObject();
    }

    private static JoinMessage ReadJoin(in JsonMembers members) => new(
        members.Uuid("client"),
        members.OptionalNumber("confirmed", 0) ?? 0,
        members.OptionalText("schema"),
        ReadSince(members),
        members.OptionalText("token"));

    private static ResumePoint? ReadSince(in JsonMembers members)
    {
        if (members.OptionalObject("since") is not { IsAbsent: false } since)
        {
            return null;
        }

        JsonMembers point = JsonMembers.ReadSlice(since, SinceNames, members.Location.Member("since"));
        return new(point.Text("epoch"), point.Number("seq", 0), point.Text("view"));
    }

    private static TurnMessage ReadTurn(in JsonMembers members, int maxOps, int maxDepth)
    {
        long turn = members.Number("turn", 1);
        long confirmed = members.OptionalNumber("confirmed", 0) ?? 0;
        RawJson ops = members.Array("ops");
        try
        {
            return new(turn, confirmed, OpJson.ReadList(ops, maxOps, maxDepth - 1), ops);
        }
        catch (ProtocolException refused)
        {
            throw new ProtocolException(refused.Error, new RefusedTurn(turn, confirmed, ops));
        }
    }

    private static void WriteJoin(Utf8JsonWriter writer, JoinMessage join)
    {
        writer.WriteString("client"u8, join.Client);
        writer.WriteNumber("confirmed"u8, join.Confirmed);
        writer.WriteOptional("schema"u8, join.Schema);
        if (join.Since is { } since)
        {
            writer.WriteStartObject("since"u8);
            writer.WriteString("epoch"u8, since.Epoch);
            writer.WriteNumber("seq"u8, since.Seq);
            writer.WriteString("view"u8, since.View);
            writer.WriteEndObject();
        }

        writer.WriteOptional("token"u8, join.Token);
    }

    private static void WriteTurn(Utf8JsonWriter writer, TurnMessage turn)
    {
        writer.WriteNumber("turn"u8, turn.Turn);
        writer.WriteNumber("confirmed"u8, turn.Confirmed);
        writer.WriteStartArray("ops"u8);
        foreach (Op op in turn.Ops)
        {
            OpJson.Write(writer, op);
        }

        writer.WriteEndArray();
    }
}
