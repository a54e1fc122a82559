using System.Text.Json;

namespace Capsule.Internals;

public static partial class AttributeJson
{
    /// <summary>Reads a list.</summary>
    /// <exception cref="CapsuleException"><see cref="ErrorCode.Invalid"/>: the value is something else, or an element is.</exception>
    public static IReadOnlyList<T> ReadList<T>(ref Utf8JsonReader reader, ReadValue<T> element)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw Expected("a list", ref reader);
        }

        var values = new List<T>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            values.Add(element(ref reader));
        }

        return new AttributeList<T>([.. values]);
    }

    /// <summary>Reads a dictionary: an object whose members are the entries. Of two with one name the later counts.</summary>
    /// <exception cref="CapsuleException"><see cref="ErrorCode.Invalid"/>: the value is something else, or an entry is.</exception>
    public static IReadOnlyDictionary<string, T> ReadDictionary<T>(ref Utf8JsonReader reader, ReadValue<T> element)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw Expected("an object of names and values", ref reader);
        }

        var entries = new Dictionary<string, T>(StringComparer.Ordinal);
        while (Snapshots.MportPeek.NextMember(ref reader))
        {
            string name = Snapshots.MportPeek.Name(ref reader);
            reader.Read();
            entries[name] = element(ref reader);
        }

        return new AttributeDictionary<T>(entries);
    }

    /// <summary>Writes a list.</summary>
    public static void WriteList<T>(Utf8JsonWriter writer, IReadOnlyList<T>? value, WriteValue<T> element)
    {
        if (value is null)
        {
            writer.WriteNullValue();
            return;
        }

        writer.WriteStartArray();
        for (int index = 0; index < value.Count; index++)
        {
            element(writer, value[index]);
        }

        writer.WriteEndArray();
    }

    /// <summary>Writes a dictionary.</summary>
    public static void WriteDictionary<T>(Utf8JsonWriter writer, IReadOnlyDictionary<string, T>? value, WriteValue<T> element)
    {
        if (value is null)
        {
            writer.WriteNullValue();
            return;
        }

        writer.WriteStartObject();
        foreach ((string name, T entry) in value)
        {
            writer.WritePropertyName(name);
            element(writer, entry);
        }

        writer.WriteEndObject();
    }

    /// <summary>Writes a value or null.</summary>
    public static void WriteNullable<T>(Utf8JsonWriter writer, T? value, WriteValue<T> known)
        where T : struct
    {
        if (value is { } some)
        {
            known(writer, some);
        }
        else
        {
            writer.WriteNullValue();
        }
    }
}
