using System.Text.Json;

namespace Capsule.Protocol;

/// <summary>Reads and writes verdicts, which travel as frames and in the state of a queue.</summary>
internal static class VerdictJson
{
    private static readonly MemberNames Names = new("event", "turn", "outcome", "seq", "results", "error");

    public static VerdictFrame Read(in JsonMembers members)
    {
        long turn = members.Number("turn", 1);
        return members.Text("outcome") switch
        {
            "applied" => VerdictFrame.Applied(turn, members.OptionalNumber("seq", 0), members.Array("results")),
            "rejected" => VerdictFrame.Rejected(turn, ProtocolErrorJson.Read(members)),
            string other => throw members.Unknown("outcome", other, "applied, rejected"),
        };
    }

    public static IReadOnlyList<VerdictFrame> ReadList(RawJson verdicts, Location location) =>
        JsonList.Read(verdicts, Names, location, ReadListed);

    public static void Write(Utf8JsonWriter writer, VerdictFrame verdict)
    {
        writer.WriteStartKind("verdict"u8);
        writer.WriteNumber("turn"u8, verdict.Turn);
        if (verdict.Error is { } error)
        {
            writer.WriteString("outcome"u8, "rejected"u8);
            writer.WritePropertyName("error"u8);
            ProtocolErrorJson.Write(writer, error);
        }
        else
        {
            writer.WriteString("outcome"u8, "applied"u8);
            writer.WriteOptional("seq"u8, verdict.Seq);
            writer.WriteRaw("results"u8, verdict.Results);
        }

        writer.WriteEndObject();
    }

    private static VerdictFrame ReadListed(in JsonMembers members) =>
        members.Text("event") is "verdict" ? Read(members) : throw members.Unknown("event", members.Text("event"), "verdict");
}
