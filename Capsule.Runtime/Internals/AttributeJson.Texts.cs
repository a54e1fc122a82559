using System.Text.Json;

namespace Capsule.Internals;

public static partial class AttributeJson
{
    /// <summary>Reads one character of UTF-16.</summary>
    /// <exception cref="CapsuleException"><see cref="ErrorCode.Invalid"/>: the value is something else.</exception>
    internal static char ReadChar(ref Utf8JsonReader reader) =>
        Text(ref reader) is [char value] ? value : throw Expected("a string of one character", ref reader);

    /// <summary>Reads an address, kept letter for letter.</summary>
    /// <exception cref="CapsuleException"><see cref="ErrorCode.Invalid"/>: the value is something else.</exception>
    internal static Uri ReadUri(ref Utf8JsonReader reader) =>
        Uri.TryCreate(Text(ref reader), UriKind.RelativeOrAbsolute, out Uri? value) ? value : throw Expected("a URI", ref reader);

    /// <summary>Reads bytes in base64.</summary>
    /// <exception cref="CapsuleException"><see cref="ErrorCode.Invalid"/>: the value is something else.</exception>
    internal static ReadOnlyMemory<byte> ReadBytes(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.String && IsText(ref reader) && reader.TryGetBytesFromBase64(out byte[]? value)
            ? value
            : throw Expected("bytes in base64", ref reader);

    /// <inheritdoc cref="Write(Utf8JsonWriter, double)"/>
    internal static void Write(Utf8JsonWriter writer, char value) => writer.WriteStringValue([AttributeValue.Character(value)]);

    /// <inheritdoc cref="Write(Utf8JsonWriter, double)"/>
    internal static void Write(Utf8JsonWriter writer, Uri? value) => writer.WriteStringValue(value?.OriginalString);

    /// <inheritdoc cref="Write(Utf8JsonWriter, double)"/>
    internal static void Write(Utf8JsonWriter writer, ReadOnlyMemory<byte> value) => writer.WriteBase64StringValue(value.Span);
}
