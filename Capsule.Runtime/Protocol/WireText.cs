using System.Buffers;
using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Capsule.Protocol;

/// <summary>The first look at a message: whether its strings are text. The JSON reader leaves that open until a string is fetched, which for
/// slices of the message may be much later and elsewhere.</summary>
internal static class WireText
{
    private const int EscapeLength = 6;
    private const int ShownLength = 40;

    /// <summary>Refuses what is not UTF-8, and an escape that is half of a surrogate pair.</summary>
    /// <exception cref="ProtocolException">The bytes hold a string that is no text.</exception>
    public static void Check(ReadOnlySpan<byte> utf8)
    {
        if (!Utf8.IsValid(utf8))
        {
            throw Location.Message.Refuse($"The message is not UTF-8 from byte {FirstInvalid(utf8)} on: encode it as UTF-8.");
        }

        // In well-formed JSON a backslash stands in strings only; what is not well-formed the JSON reader will find.
        for (int at = Backslash(utf8, 0); at < utf8.Length; at = Backslash(utf8, at))
        {
            int unit = UnitAt(utf8, at);
            bool isPair = IsHigh(unit) && IsLow(UnitAt(utf8, at + EscapeLength));
            if (!isPair && (IsHigh(unit) || IsLow(unit)))
            {
                throw Location.Message.Refuse($"The message has half of a surrogate pair at byte {at}: send whole characters.");
            }

            at += isPair ? 2 * EscapeLength : 2;
        }
    }

    /// <summary>The error that the bytes are not JSON.</summary>
    public static ProtocolException NotJson(JsonException reason) =>
        Location.Message.Refuse($"The message is not well-formed JSON: {reason.Message} Send one JSON value and nothing after it.");

    /// <summary>What a sender called something, for an error: not so much of it that errors grow with what is sent.</summary>
    public static string Shorten(string name) => name.Length <= ShownLength ? name : $"{name.AsSpan(0, char.IsHighSurrogate(name[ShownLength - 1]) ? ShownLength - 1 : ShownLength)}…";

    private static int Backslash(ReadOnlySpan<byte> utf8, int from)
    {
        int distance = from < utf8.Length ? utf8[from..].IndexOf((byte)'\\') : -1;
        return distance < 0 ? utf8.Length : from + distance;
    }

    private static int UnitAt(ReadOnlySpan<byte> utf8, int at) =>
        at + EscapeLength <= utf8.Length
        && utf8[at..].StartsWith("\\u"u8)
        && Utf8Parser.TryParse(utf8.Slice(at + 2, 4), out ushort unit, out int used, 'x')
        && used == 4
            ? unit
            : -1;

    private static bool IsHigh(int unit) => unit is >= 0xD800 and <= 0xDBFF;

    private static bool IsLow(int unit) => unit is >= 0xDC00 and <= 0xDFFF;

    private static int FirstInvalid(ReadOnlySpan<byte> utf8)
    {
        int at = 0;
        while (Rune.DecodeFromUtf8(utf8[at..], out _, out int used) == OperationStatus.Done)
        {
            at += used;
        }

        return at;
    }
}
