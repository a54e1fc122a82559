using System.Text.Json;

namespace Capsule.Protocol;

/// <summary>The typed values of members. An optional member that is <c>null</c> counts as one that is not there.</summary>
internal ref partial struct JsonMembers
{
    // Beyond this a number is not exact in JavaScript.
    private const long MaxSafeInteger = 9_007_199_254_740_991;

    /// <summary>Where the object stands.</summary>
    public readonly Location Location => location;

    /// <summary>True if the member is there and <c>null</c>.</summary>
    public readonly bool IsNull(string name) => slots[names[name]].IsNull;

    public readonly string Text(string name) => OptionalText(name) ?? throw Missing(name, "a string");

    public readonly string? OptionalText(string name) => Open(name, JsonTokenType.String, out Utf8JsonReader reader) ? reader.GetString() : null;

    public readonly ModelId Id(string name) => OptionalId(name) ?? throw Missing(name, "the id of a model or a collection");

    public readonly ModelId? OptionalId(string name) => OptionalUuid(name) is { } uuid ? new ModelId(uuid) : null;

    public readonly Guid Uuid(string name) => OptionalUuid(name) ?? throw Missing(name, "a UUID");

    /// <summary>A whole number from <paramref name="least"/> to what JavaScript holds exactly.</summary>
    public readonly long Number(string name, long least) => OptionalNumber(name, least) ?? throw Missing(name, "a whole number");

    /// <inheritdoc cref="Number"/>
    public readonly long? OptionalNumber(string name, long least) => Whole(name, least, MaxSafeInteger);

    /// <summary>A whole number of 32 bits, <paramref name="least"/> or more.</summary>
    public readonly int Integer(string name, int least) => OptionalInteger(name, least) ?? throw Missing(name, "a whole number");

    /// <inheritdoc cref="Integer"/>
    public readonly int? OptionalInteger(string name, int least) => (int?)Whole(name, least, int.MaxValue);

    public readonly bool Flag(string name) => IsGiven(name) && Any(name).Utf8.Span.SequenceEqual("true"u8);

    public readonly RawJson Object(string name) =>
        Open(name, JsonTokenType.StartObject, out _) ? Any(name) : throw Missing(name, "an object");

    public readonly RawJson OptionalObject(string name) => IsGiven(name) ? Object(name) : default;

    public readonly RawJson Array(string name) =>
        Open(name, JsonTokenType.StartArray, out _) ? Any(name) : throw Missing(name, "a list");

    public readonly RawJson OptionalArray(string name) => IsGiven(name) ? Array(name) : default;

    /// <summary>A list of ids of models or collections.</summary>
    public readonly IReadOnlyList<ModelId>? OptionalIds(string name)
    {
        if (!Open(name, JsonTokenType.StartArray, out Utf8JsonReader reader))
        {
            return null;
        }

        var ids = new List<ModelId>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            ids.Add(reader.TokenType == JsonTokenType.String && reader.TryGetGuid(out Guid id)
                ? new ModelId(id)
                : throw Refuse(name, "This is no list of ids: an id is a UUID of 36 characters with hyphens."));
        }

        return ids;
    }

    /// <summary>The member as it came, whatever it is; absent where it is not there.</summary>
    public readonly RawJson Any(string name) => slots[names[name]];

    /// <summary>The error that a member is needed and not there.</summary>
    public readonly ProtocolException Missing(string name, string what) => Refuse(name, $"This member is missing or null: it has to be {what}.");

    /// <summary>The error that a member's value is none of those that are known.</summary>
    public readonly ProtocolException Unknown(string name, string value, string known) =>
        Refuse(name, $"'{WireText.Shorten(value)}' is not known here: it has to be one of {known}.");

    public readonly ProtocolException Refuse(string name, string reason) => location.Member(name).Refuse(reason);

    private readonly bool IsGiven(string name) => !Any(name).IsAbsent && !IsNull(name);

    private readonly bool Open(string name, JsonTokenType kind, out Utf8JsonReader reader)
    {
        reader = default;
        if (!IsGiven(name))
        {
            return false;
        }

        reader = Any(name).CreateReader();
        reader.Read();
        return reader.TokenType == kind
            ? true
            : throw Refuse(name, $"This is {reader.TokenType.Describe()}: it has to be {kind.Describe()}.");
    }

    private readonly Guid? OptionalUuid(string name)
    {
        if (!Open(name, JsonTokenType.String, out Utf8JsonReader reader))
        {
            return null;
        }

        // The text is not repeated: a client's id is a secret.
        return reader.TryGetGuid(out Guid uuid) ? uuid : throw Refuse(name, "This is no id: an id is a UUID of 36 characters with hyphens.");
    }

    private readonly long? Whole(string name, long least, long most)
    {
        if (!Open(name, JsonTokenType.Number, out Utf8JsonReader reader))
        {
            return null;
        }

        return reader.TryGetInt64(out long number) && number >= least && number <= most
            ? number
            : throw Refuse(name, $"This number does not fit: it has to be a whole number from {least} to {most}, without exponent.");
    }
}
