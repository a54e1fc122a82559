using System.Text.Json;

namespace Capsule.Protocol;

/// <summary>Reads and writes the member <c>error</c>, and codes. Stateless; safe to call from any thread.</summary>
public static class ProtocolErrorJson
{
    private static readonly MemberNames Names = new("code", "message", "op", "attribute");
    private static readonly string Codes = string.Join(", ", Enum.GetValues<ErrorCode>().Select(ErrorCodeText.ToWireText));

    /// <summary>Writes one error, members in the protocol's order.</summary>
    public static void Write(Utf8JsonWriter writer, ProtocolError error)
    {
        writer.WriteStartObject();
        writer.WriteString("code"u8, error.Code.ToWireText());
        writer.WriteString("message"u8, error.Message);
        writer.WriteOptional("op"u8, error.Op);
        writer.WriteOptional("attribute"u8, error.Attribute);
        writer.WriteEndObject();
    }

    internal static ProtocolError Read(in JsonMembers owner)
    {
        JsonMembers members = JsonMembers.ReadSlice(owner.Object("error"), Names, owner.Location.Member("error"));
        return new(ReadCode(members), members.Text("message"), members.OptionalInteger("op", 0), members.OptionalText("attribute"));
    }

    internal static ErrorCode ReadCode(in JsonMembers members)
    {
        string text = members.Text("code");
        return ErrorCodeText.TryParse(text, out ErrorCode code) ? code : throw members.Unknown("code", text, Codes);
    }
}
