using System.Text.Json;

namespace Capsule.Internals;

public static partial class AttributeJson
{
    /// <summary>Writes a value.</summary>
    internal static void Write(Utf8JsonWriter writer, double value) => writer.WriteNumberValue(AttributeValue.Finite(value));

    /// <inheritdoc cref="Write(Utf8JsonWriter, double)"/>
    internal static void Write(Utf8JsonWriter writer, IReadOnlyList<string> value)
    {
        writer.WriteStartArray();
        for (int index = 0; index < value.Count; index++)
        {
            writer.WriteStringValue(value[index]);
        }

        writer.WriteEndArray();
    }
}
