using System.Text.Json;

namespace Capsule.Protocol;

/// <summary>Reads and writes the member <c>turns</c> of the frames that open a session.</summary>
internal static class TurnsStateJson
{
    private static readonly MemberNames Names = new("last", "verdicts", "lost");

    public static TurnsState Read(in JsonMembers owner)
    {
        Location location = owner.Location.Member("turns");
        JsonMembers members = JsonMembers.ReadSlice(owner.Object("turns"), Names, location);
        return members.Flag("lost")
            ? TurnsState.Lost
            : TurnsState.Known(members.Number("last", 0), VerdictJson.ReadList(members.Array("verdicts"), location.Member("verdicts")));
    }

    public static void Write(Utf8JsonWriter writer, TurnsState turns)
    {
        writer.WriteStartObject("turns"u8);
        if (turns.IsLost)
        {
            writer.WriteBoolean("lost"u8, true);
        }
        else
        {
            writer.WriteNumber("last"u8, turns.Last);
            writer.WriteStartArray("verdicts"u8);
            foreach (VerdictFrame verdict in turns.Verdicts)
            {
                VerdictJson.Write(writer, verdict);
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }
}
