using System.Text.Json;
using Capsule.Internals;

namespace Capsule.Snapshots;

/// <summary>Looks ahead in an item's data, on a copy of the reader: a large struct, so one copy and only where it is needed.</summary>
internal static class MportPeek
{
    /// <summary>The id, where the data begin as every export does: with <c>attrs</c>, and in it the id. The reader then stands on the id; else it stands
    /// anywhere in the data.</summary>
    /// <param name="behindType">Whether the class has been read before, so that it may be passed over.</param>
    public static ModelId? ReadLeadingId(ref Utf8JsonReader reader, bool behindType) =>
        reader.TokenType == JsonTokenType.StartObject
        && reader.Read() && (!behindType || !IsPlainName(ref reader, "type"u8) || (reader.Read() && reader.Read()))
        && IsPlainName(ref reader, "attrs"u8)
        && reader.Read() && reader.TokenType == JsonTokenType.StartObject
        && reader.Read() && IsPlainName(ref reader, "id"u8)
        && reader.Read() && AttributeJson.TryReadGuid(ref reader, out Guid id) && id != Guid.Empty
            ? new ModelId(id)
            : null;

    /// <summary>The class that the data are of, in a place that may have several. Those that do not say it are of the one that nobody derived from once.
    /// The reader stands on the start of the object.</summary>
    /// <exception cref="CapsuleException"><see cref="ErrorCode.Invalid"/>: the data do not say it where they must, or say one that cannot be there.</exception>
    public static ModelType Type(in Utf8JsonReader reader, ModelType declared)
    {
        if (!declared.IsFamily)
        {
            return declared;
        }

        Utf8JsonReader ahead = reader;
        bool isSaid = Seek(ref ahead, "type"u8);
        ModelType? type = !isSaid ? declared.Unsaid
            : ahead.Read() && ahead.TokenType == JsonTokenType.String && AttributeJson.IsText(ref ahead) ? declared.Member(ref ahead)
            : null;
        if (type is not null)
        {
            return type;
        }

        string all = string.Join(", ", declared.Family.Select(member => member.Name));
        throw new CapsuleException(ErrorCode.Invalid, $"The 'type' of the data must be one of {all}.");
    }

    /// <summary>True if the object, on a member of which the reader stands, has a member <c>attrs</c> behind it.</summary>
    public static bool HasAttrsBehind(in Utf8JsonReader reader)
    {
        Utf8JsonReader ahead = reader;
        ahead.Read();
        ahead.Skip();
        return SeekFurther(ref ahead, "attrs"u8);
    }

    /// <summary>Whether the collection, on the name of which the reader stands, has nothing in it.</summary>
    public static bool IsEmptyCollection(in Utf8JsonReader reader)
    {
        Utf8JsonReader ahead = reader;
        return ahead.Read() && ahead.TokenType == JsonTokenType.StartObject
            && (!Seek(ref ahead, "models"u8) || (ahead.Read() && ahead.TokenType == JsonTokenType.StartArray && ahead.Read() && ahead.TokenType == JsonTokenType.EndArray));
    }

    /// <summary>The id that the data give, if they give a UUID. The reader stands on the start of the object.</summary>
    public static ModelId? Id(in Utf8JsonReader reader)
    {
        Utf8JsonReader ahead = reader;
        if (Seek(ref ahead, "attrs"u8))
        {
            ahead.Read();
        }
        else
        {
            ahead = reader;
        }

        if (Seek(ref ahead, "id"u8) && ahead.Read() && AttributeJson.TryReadGuid(ref ahead, out Guid id))
        {
            return new ModelId(id);
        }

        return null;
    }

    /// <summary>Goes to the next member of the object; false at its end.</summary>
    /// <exception cref="CapsuleException"><see cref="ErrorCode.Invalid"/>: its name is no Unicode, and could not be compared.</exception>
    public static bool NextMember(ref Utf8JsonReader reader)
    {
        if (!reader.Read() || reader.TokenType != JsonTokenType.PropertyName)
        {
            return false;
        }

        if (reader.ValueIsEscaped)
        {
            _ = Name(ref reader);
        }

        return true;
    }

    /// <summary>A reader that stands on the start of an object.</summary>
    /// <exception cref="CapsuleException"><see cref="ErrorCode.Invalid"/>: the JSON is none.</exception>
    public static Utf8JsonReader Object(RawJson json, string what)
    {
        Utf8JsonReader reader = json.CreateReader();
        if (json.IsAbsent || !reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            throw new CapsuleException(ErrorCode.Invalid, $"'{what}' must be an object: attribute to value.");
        }

        return reader;
    }

    /// <summary>The name of the member that the reader stands on.</summary>
    /// <exception cref="CapsuleException"><see cref="ErrorCode.Invalid"/>: the name is no Unicode.</exception>
    public static string Name(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException exception)
        {
            throw new CapsuleException(ErrorCode.Invalid, "A member's name has half of a surrogate pair.", inner: exception);
        }
    }

    /// <summary>Goes to the member with this name; false if there is none.</summary>
    private static bool Seek(ref Utf8JsonReader reader, ReadOnlySpan<byte> name) =>
        reader.TokenType == JsonTokenType.StartObject && SeekFurther(ref reader, name);

    private static bool IsPlainName(ref Utf8JsonReader reader, ReadOnlySpan<byte> name) =>
        reader.TokenType == JsonTokenType.PropertyName && !reader.ValueIsEscaped && reader.ValueTextEquals(name);

    private static bool SeekFurther(ref Utf8JsonReader reader, ReadOnlySpan<byte> name)
    {
        while (NextMember(ref reader))
        {
            if (reader.ValueTextEquals(name))
            {
                return true;
            }

            reader.Read();
            reader.Skip();
        }

        return false;
    }
}
