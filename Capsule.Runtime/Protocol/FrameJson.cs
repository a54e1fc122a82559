using System.Text.Json;

namespace Capsule.Protocol;

/// <summary>Reads and writes what the server sends. Stateless; safe to call from any thread.</summary>
public static class FrameJson
{
    private const string Kinds = "templates, initial, resumed, batch, transient, verdict, hold, error, ended";

    private static readonly MemberNames Names = new(
        "event", "templates", "epoch", "seq", "view", "user", "schema", "turns", "limits", "app", "events", "after",
        "turn", "outcome", "results", "error", "code", "retryAfterMs", "next", "replaces");

    /// <summary>Reads a message of the server: a list of frames, empty for a heartbeat.</summary>
    /// <param name="utf8">The message. What is read keeps slices of it: it must not change afterwards.</param>
    /// <exception cref="ProtocolException">The bytes are not one list of frames.</exception>
    public static IReadOnlyList<Frame> ReadMessage(ReadOnlyMemory<byte> utf8) =>
        JsonList.Read(JsonList.Check(utf8), Names, Location.Message, Read);

    /// <summary>Reads one frame.</summary>
    /// <param name="utf8">The frame's JSON. The frame keeps slices of it: it must not change afterwards.</param>
    /// <exception cref="ProtocolException">The bytes are not one frame.</exception>
    public static Frame Read(ReadOnlyMemory<byte> utf8) => Read(JsonMembers.ReadMessage(utf8, Names));

    /// <summary>Writes a message of the server.</summary>
    public static void WriteMessage(Utf8JsonWriter writer, IEnumerable<Frame> frames)
    {
        writer.WriteStartArray();
        foreach (Frame frame in frames)
        {
            Write(writer, frame);
        }

        writer.WriteEndArray();
    }

    /// <summary>Writes one frame, members in the protocol's order.</summary>
    public static void Write(Utf8JsonWriter writer, Frame frame) => FrameWriter.Write(writer, frame);

    private static Frame Read(in JsonMembers members) => members.Text("event") switch
    {
        "templates" => new TemplatesFrame(members.Object("templates")),
        "initial" => ReadInitial(members),
        "resumed" => ReadResumed(members),
        "batch" => new BatchFrame(members.Number("seq", 0), ReadEvents(members)),
        "transient" => new TransientFrame(members.Number("after", 0), ReadEvents(members), members.OptionalIds("replaces")),
        "verdict" => VerdictJson.Read(members),
        "hold" => ReadHold(members),
        "error" => new ErrorFrame(ProtocolErrorJson.Read(members)),
        "ended" => new EndedFrame(ProtocolErrorJson.Read(members)),
        string other => throw members.Unknown("event", other, Kinds),
    };

    private static InitialFrame ReadInitial(in JsonMembers members) => new(
        members.Text("epoch"),
        members.Number("seq", 0),
        members.Text("view"),
        members.Text("user"),
        members.Text("schema"),
        TurnsStateJson.Read(members),
        LimitsJson.Read(members),
        members.Object("app"));

    private static ResumedFrame ReadResumed(in JsonMembers members) => new(
        members.Text("epoch"),
        members.Number("seq", 0),
        members.Text("view"),
        members.Text("user"),
        TurnsStateJson.Read(members));

    private static HoldFrame ReadHold(in JsonMembers members) => new(
        members.Number("turn", 1),
        ProtocolErrorJson.ReadCode(members),
        members.OptionalInteger("retryAfterMs", 0),
        members.OptionalNumber("next", 1));

    private static IReadOnlyList<ModelEvent> ReadEvents(in JsonMembers members) =>
        EventJson.ReadList(members.Array("events"), members.Location.Member("events"));
}
