using System.Text.Json;

namespace Capsule.Protocol;

/// <summary>The few shapes that all messages are written with.</summary>
internal static class ProtocolWriting
{
    public static void WriteStartKind(this Utf8JsonWriter writer, ReadOnlySpan<byte> kind)
    {
        writer.WriteStartObject();
        writer.WriteString("event"u8, kind);
    }

    public static void WriteId(this Utf8JsonWriter writer, ReadOnlySpan<byte> name, ModelId id) => writer.WriteString(name, id.Value);

    public static void WriteRaw(this Utf8JsonWriter writer, ReadOnlySpan<byte> name, RawJson value)
    {
        writer.WritePropertyName(name);
        value.WriteTo(writer);
    }

    public static void WriteOptional(this Utf8JsonWriter writer, ReadOnlySpan<byte> name, RawJson value)
    {
        if (!value.IsAbsent)
        {
            writer.WriteRaw(name, value);
        }
    }

    public static void WriteOptional(this Utf8JsonWriter writer, ReadOnlySpan<byte> name, string? value)
    {
        if (value is not null)
        {
            writer.WriteString(name, value);
        }
    }

    public static void WriteOptional(this Utf8JsonWriter writer, ReadOnlySpan<byte> name, IReadOnlyList<ModelId>? ids)
    {
        if (ids is null)
        {
            return;
        }

        writer.WriteStartArray(name);
        foreach (ModelId id in ids)
        {
            writer.WriteStringValue(id.Value);
        }

        writer.WriteEndArray();
    }

    public static void WriteOptional(this Utf8JsonWriter writer, ReadOnlySpan<byte> name, long? value)
    {
        if (value is { } number)
        {
            writer.WriteNumber(name, number);
        }
    }
}
