using System.Globalization;
using System.Text.Json;

namespace Capsule.Internals;

public static partial class AttributeJson
{
    /// <inheritdoc cref="ReadInt32"/>
    internal static byte ReadByte(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Number && reader.TryGetByte(out byte value) ? value : throw Expected("a whole number from 0 to 255", ref reader);

    /// <inheritdoc cref="ReadInt32"/>
    internal static sbyte ReadSByte(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Number && reader.TryGetSByte(out sbyte value) ? value : throw Expected("a whole number from -128 to 127", ref reader);

    /// <inheritdoc cref="ReadInt32"/>
    internal static short ReadInt16(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Number && reader.TryGetInt16(out short value) ? value : throw Expected("a whole number from -32768 to 32767", ref reader);

    /// <inheritdoc cref="ReadInt32"/>
    internal static ushort ReadUInt16(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Number && reader.TryGetUInt16(out ushort value) ? value : throw Expected("a whole number from 0 to 65535", ref reader);

    /// <inheritdoc cref="ReadInt32"/>
    internal static uint ReadUInt32(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Number && reader.TryGetUInt32(out uint value) ? value : throw Expected("a whole number from 0 to 4294967295", ref reader);

    /// <inheritdoc cref="ReadDouble"/>
    internal static float ReadSingle(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Number && reader.TryGetSingle(out float value) && float.IsFinite(value)
            ? value
            : throw Expected("a finite number of 32 bits", ref reader);

    /// <summary>Reads a whole number of 64 bits from a string of digits, which JavaScript does not round.</summary>
    /// <exception cref="CapsuleException"><see cref="ErrorCode.Invalid"/>: the value is something else.</exception>
    internal static long ReadInt64(ref Utf8JsonReader reader) =>
        long.TryParse(Text(ref reader), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long value)
            ? value
            : throw Expected("a string of digits from \"-9223372036854775808\" to \"9223372036854775807\"", ref reader);

    /// <inheritdoc cref="ReadInt64"/>
    internal static ulong ReadUInt64(ref Utf8JsonReader reader) =>
        ulong.TryParse(Text(ref reader), NumberStyles.None, CultureInfo.InvariantCulture, out ulong value)
            ? value
            : throw Expected("a string of digits from \"0\" to \"18446744073709551615\"", ref reader);

    /// <summary>Reads a decimal number from a string of digits. What C# would round is refused, and so are needless zeros in front.</summary>
    /// <exception cref="CapsuleException"><see cref="ErrorCode.Invalid"/>: the value is something else.</exception>
    internal static decimal ReadDecimal(ref Utf8JsonReader reader)
    {
        string? text = Text(ref reader);
        return decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal value)
            && TextOf(value) == text
            ? value
            : throw Expected("a string of at most 28 or 29 digits, such as \"12.50\"", ref reader);
    }

    /// <inheritdoc cref="Write(Utf8JsonWriter, double)"/>
    internal static void Write(Utf8JsonWriter writer, float value) => writer.WriteNumberValue(AttributeValue.Finite(value));

    /// <inheritdoc cref="Write(Utf8JsonWriter, double)"/>
    internal static void Write(Utf8JsonWriter writer, long value) => writer.WriteStringValue(value.ToString(CultureInfo.InvariantCulture));

    /// <inheritdoc cref="Write(Utf8JsonWriter, double)"/>
    internal static void Write(Utf8JsonWriter writer, ulong value) => writer.WriteStringValue(value.ToString(CultureInfo.InvariantCulture));

    /// <inheritdoc cref="Write(Utf8JsonWriter, double)"/>
    internal static void Write(Utf8JsonWriter writer, decimal value) => writer.WriteStringValue(TextOf(value));

    /// <summary>All digits, with the zeros at the end. .NET leaves out the sign of a zero, which is part of the value.</summary>
    private static string TextOf(decimal value)
    {
        string text = value.ToString(CultureInfo.InvariantCulture);
        return value == 0 && decimal.IsNegative(value) && text[0] != '-' ? "-" + text : text;
    }

    /// <summary>The text of a string of whole characters; null where the value is something else.</summary>
    private static string? Text(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.String && IsText(ref reader) ? reader.GetString() : null;
}
