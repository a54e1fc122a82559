using System.Text.Json;

namespace Capsule.Internals;

public static partial class AttributeJson
{
    /// <summary>Writes a member.</summary>
    public static void WriteBoolean(Utf8JsonWriter writer, JsonEncodedText name, bool value) => writer.WriteBoolean(name, value);

    /// <inheritdoc cref="WriteBoolean(Utf8JsonWriter, JsonEncodedText, bool)"/>
    public static void WriteBoolean(Utf8JsonWriter writer, JsonEncodedText name, bool? value)
    {
        writer.WritePropertyName(name);
        Write(writer, value);
    }

    /// <inheritdoc cref="WriteBoolean(Utf8JsonWriter, JsonEncodedText, bool)"/>
    public static void WriteInt32(Utf8JsonWriter writer, JsonEncodedText name, int value) => writer.WriteNumber(name, value);

    /// <inheritdoc cref="WriteBoolean(Utf8JsonWriter, JsonEncodedText, bool)"/>
    public static void WriteInt32(Utf8JsonWriter writer, JsonEncodedText name, int? value)
    {
        writer.WritePropertyName(name);
        Write(writer, value);
    }

    /// <inheritdoc cref="WriteBoolean(Utf8JsonWriter, JsonEncodedText, bool)"/>
    public static void WriteDouble(Utf8JsonWriter writer, JsonEncodedText name, double value) => writer.WriteNumber(name, value);

    /// <inheritdoc cref="WriteBoolean(Utf8JsonWriter, JsonEncodedText, bool)"/>
    public static void WriteDouble(Utf8JsonWriter writer, JsonEncodedText name, double? value)
    {
        writer.WritePropertyName(name);
        Write(writer, value);
    }

    /// <inheritdoc cref="WriteBoolean(Utf8JsonWriter, JsonEncodedText, bool)"/>
    public static void WriteString(Utf8JsonWriter writer, JsonEncodedText name, string? value) => writer.WriteString(name, value);

    /// <inheritdoc cref="WriteBoolean(Utf8JsonWriter, JsonEncodedText, bool)"/>
    public static void WriteGuid(Utf8JsonWriter writer, JsonEncodedText name, Guid value) => writer.WriteString(name, value);

    /// <inheritdoc cref="WriteBoolean(Utf8JsonWriter, JsonEncodedText, bool)"/>
    public static void WriteGuid(Utf8JsonWriter writer, JsonEncodedText name, Guid? value)
    {
        writer.WritePropertyName(name);
        Write(writer, value);
    }

    /// <inheritdoc cref="WriteBoolean(Utf8JsonWriter, JsonEncodedText, bool)"/>
    public static void WriteDateTimeOffset(Utf8JsonWriter writer, JsonEncodedText name, DateTimeOffset value) => writer.WriteString(name, value);

    /// <inheritdoc cref="WriteBoolean(Utf8JsonWriter, JsonEncodedText, bool)"/>
    public static void WriteDateTimeOffset(Utf8JsonWriter writer, JsonEncodedText name, DateTimeOffset? value)
    {
        writer.WritePropertyName(name);
        Write(writer, value);
    }

    /// <inheritdoc cref="WriteBoolean(Utf8JsonWriter, JsonEncodedText, bool)"/>
    public static void WriteStrings(Utf8JsonWriter writer, JsonEncodedText name, IReadOnlyList<string>? value)
    {
        writer.WritePropertyName(name);
        Write(writer, value);
    }

    /// <summary>Writes a value.</summary>
    public static void Write(Utf8JsonWriter writer, bool value) => writer.WriteBooleanValue(value);

    /// <inheritdoc cref="Write(Utf8JsonWriter, bool)"/>
    public static void Write(Utf8JsonWriter writer, bool? value)
    {
        if (value is { } known)
        {
            writer.WriteBooleanValue(known);
        }
        else
        {
            writer.WriteNullValue();
        }
    }

    /// <inheritdoc cref="Write(Utf8JsonWriter, bool)"/>
    public static void Write(Utf8JsonWriter writer, int value) => writer.WriteNumberValue(value);

    /// <inheritdoc cref="Write(Utf8JsonWriter, bool)"/>
    public static void Write(Utf8JsonWriter writer, int? value)
    {
        if (value is { } known)
        {
            writer.WriteNumberValue(known);
        }
        else
        {
            writer.WriteNullValue();
        }
    }

    /// <inheritdoc cref="Write(Utf8JsonWriter, bool)"/>
    public static void Write(Utf8JsonWriter writer, double value) => writer.WriteNumberValue(AttributeValue.Finite(value));

    /// <inheritdoc cref="Write(Utf8JsonWriter, bool)"/>
    public static void Write(Utf8JsonWriter writer, double? value)
    {
        if (value is { } known)
        {
            Write(writer, known);
        }
        else
        {
            writer.WriteNullValue();
        }
    }

    /// <inheritdoc cref="Write(Utf8JsonWriter, bool)"/>
    public static void Write(Utf8JsonWriter writer, string? value) => writer.WriteStringValue(value);

    /// <inheritdoc cref="Write(Utf8JsonWriter, bool)"/>
    public static void Write(Utf8JsonWriter writer, Guid value) => writer.WriteStringValue(value);

    /// <inheritdoc cref="Write(Utf8JsonWriter, bool)"/>
    public static void Write(Utf8JsonWriter writer, Guid? value)
    {
        if (value is { } known)
        {
            writer.WriteStringValue(known);
        }
        else
        {
            writer.WriteNullValue();
        }
    }

    /// <inheritdoc cref="Write(Utf8JsonWriter, bool)"/>
    public static void Write(Utf8JsonWriter writer, DateTimeOffset value) => writer.WriteStringValue(value);

    /// <inheritdoc cref="Write(Utf8JsonWriter, bool)"/>
    public static void Write(Utf8JsonWriter writer, DateTimeOffset? value)
    {
        if (value is { } known)
        {
            writer.WriteStringValue(known);
        }
        else
        {
            writer.WriteNullValue();
        }
    }

    /// <inheritdoc cref="Write(Utf8JsonWriter, bool)"/>
    public static void Write(Utf8JsonWriter writer, IReadOnlyList<string>? value)
    {
        if (value is null)
        {
            writer.WriteNullValue();
            return;
        }

        writer.WriteStartArray();
        for (int index = 0; index < value.Count; index++)
        {
            writer.WriteStringValue(value[index]);
        }

        writer.WriteEndArray();
    }
}
