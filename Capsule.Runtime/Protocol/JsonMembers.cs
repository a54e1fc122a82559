using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Capsule.Protocol;

/// <summary>The members of one object, each as a slice of the message. Their order does not matter, a member that comes twice counts as its
/// last, unknown ones are ignored.</summary>
/// <remarks>Gathered before anything is looked at, because the kind, which decides what else is needed, may come last. On the stack: nothing is
/// allocated and nothing copied.</remarks>
internal ref partial struct JsonMembers
{
    private readonly MemberNames names;
    private readonly Location location;
    private Slots slots;

    private JsonMembers(MemberNames names, Location location)
    {
        this.names = names;
        this.location = location;
    }

    /// <summary>Nothing here recurses, so depth costs nothing; where it is limited, an option says so.</summary>
    public static JsonReaderOptions AnyDepth { get; } = new() { MaxDepth = int.MaxValue };

    /// <summary>The members of a whole message.</summary>
    /// <exception cref="ProtocolException">The bytes are not one JSON object.</exception>
    public static JsonMembers ReadMessage(ReadOnlyMemory<byte> utf8, MemberNames names)
    {
        WireText.Check(utf8.Span);
        var reader = new Utf8JsonReader(utf8.Span, AnyDepth);
        try
        {
            reader.Read();
            JsonMembers members = Read(ref reader, utf8, names, Location.Message);
            reader.Read();
            return members;
        }
        catch (JsonException reason)
        {
            throw WireText.NotJson(reason);
        }
    }

    /// <summary>The members of a slice of a message, known to be an object.</summary>
    public static JsonMembers ReadSlice(RawJson slice, MemberNames names, Location location)
    {
        var reader = new Utf8JsonReader(slice.Utf8.Span, AnyDepth);
        reader.Read();
        return Read(ref reader, slice.Utf8, names, location);
    }

    /// <summary>The members of the object that the reader stands on; afterwards it stands on the object's end.</summary>
    /// <param name="reader">A reader of <paramref name="source"/> from its start.</param>
    /// <param name="source">What the slices are cut from.</param>
    /// <param name="names">The members to gather.</param>
    /// <param name="location">Where the object stands, for errors.</param>
    public static JsonMembers Read(scoped ref Utf8JsonReader reader, ReadOnlyMemory<byte> source, MemberNames names, Location location)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw location.Refuse($"A JSON object is expected here, not {reader.TokenType.Describe()}.");
        }

        var members = new JsonMembers(names, location);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            int index = names.IndexOf(ref reader);
            reader.Read();
            RawJson value = RawJson.Slice(ref reader, source);
            if (index >= 0)
            {
                members.slots[index] = value;
            }
        }

        return members;
    }

    [InlineArray(MemberNames.Capacity)]
    private struct Slots
    {
        private RawJson first;
    }
}
