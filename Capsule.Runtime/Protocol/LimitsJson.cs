using System.Text.Json;

namespace Capsule.Protocol;

/// <summary>Reads and writes the member <c>limits</c> of the initial frame.</summary>
internal static class LimitsJson
{
    private static readonly MemberNames Names = new("messageBytes", "opsPerTurn", "turnsInFlight", "turnsPerSecond");

    public static Limits Read(in JsonMembers owner)
    {
        JsonMembers members = JsonMembers.ReadSlice(owner.Object("limits"), Names, owner.Location.Member("limits"));
        return new(
            members.Integer("messageBytes", 1),
            members.Integer("opsPerTurn", 1),
            members.Integer("turnsInFlight", 1),
            members.Integer("turnsPerSecond", 1));
    }

    public static void Write(Utf8JsonWriter writer, Limits limits)
    {
        writer.WriteStartObject("limits"u8);
        writer.WriteNumber("messageBytes"u8, limits.MessageBytes);
        writer.WriteNumber("opsPerTurn"u8, limits.OpsPerTurn);
        writer.WriteNumber("turnsInFlight"u8, limits.TurnsInFlight);
        writer.WriteNumber("turnsPerSecond"u8, limits.TurnsPerSecond);
        writer.WriteEndObject();
    }
}
