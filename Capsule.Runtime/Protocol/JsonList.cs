using System.Text.Json;

namespace Capsule.Protocol;

/// <summary>Reads the objects of a list, one after the other.</summary>
internal static class JsonList
{
    public delegate T ReadItem<T>(in JsonMembers members);

    /// <summary>A whole message as a list.</summary>
    /// <exception cref="ProtocolException">The bytes are not one JSON list.</exception>
    public static RawJson Check(ReadOnlyMemory<byte> utf8)
    {
        WireText.Check(utf8.Span);
        var reader = new Utf8JsonReader(utf8.Span, JsonMembers.AnyDepth);
        try
        {
            reader.Read();
            if (reader.TokenType != JsonTokenType.StartArray)
            {
                throw Location.Message.Refuse($"A list of frames is expected here, not {reader.TokenType.Describe()}.");
            }

            reader.Skip();
            reader.Read();
            return new(utf8);
        }
        catch (JsonException reason)
        {
            throw WireText.NotJson(reason);
        }
    }

    /// <summary>The items of a list that is known to be well-formed JSON.</summary>
    /// <param name="list">A slice that is a list.</param>
    /// <param name="names">The members that an item can have.</param>
    /// <param name="location">Where the list stands, for errors.</param>
    /// <param name="read">Makes an item of its members.</param>
    public static IReadOnlyList<T> Read<T>(RawJson list, MemberNames names, Location location, ReadItem<T> read)
    {
        var items = new List<T>();
        var reader = new Utf8JsonReader(list.Utf8.Span, JsonMembers.AnyDepth);
        reader.Read();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            items.Add(read(JsonMembers.Read(ref reader, list.Utf8, names, location with { Index = items.Count })));
        }

        return items;
    }
}
