using System.Text.Json;

namespace Capsule.Snapshots;

/// <summary>Looks ahead in an item's data, on a copy of the reader, which stands on the start of the object.</summary>
internal static class MportPeek
{
    /// <summary>True if the object has a member <c>attrs</c>; without one its members are the attributes, as 0.2.2's adds had it.</summary>
    public static bool HasAttrs(Utf8JsonReader reader) => Seek(ref reader, "attrs"u8);

    /// <summary>The id that the data give, if they give a UUID.</summary>
    public static ModelId? Id(Utf8JsonReader reader)
    {
        Utf8JsonReader inner = reader;
        if (Seek(ref inner, "attrs"u8))
        {
            inner.Read();
            reader = inner;
        }

        if (Seek(ref reader, "id"u8) && reader.Read() && reader.TokenType == JsonTokenType.String && reader.TryGetGuid(out Guid id))
        {
            return new ModelId(id);
        }

        return null;
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
    private static bool Seek(ref Utf8JsonReader reader, ReadOnlySpan<byte> name)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            return false;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
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
