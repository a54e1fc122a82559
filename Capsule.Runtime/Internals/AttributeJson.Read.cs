using System.ComponentModel;
using System.Text.Json;

namespace Capsule.Internals;

/// <summary>Reads and writes the values of attributes, arguments and results. Numbers, dates and ids have the form of System.Text.Json.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class AttributeJson
{
    /// <summary>Reads true or false.</summary>
    /// <exception cref="CapsuleException"><see cref="ErrorCode.Invalid"/>: the value is something else.</exception>
    internal static bool ReadBoolean(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        _ => throw Expected("true or false", ref reader),
    };

    /// <summary>Reads a whole number of 32 bits.</summary>
    /// <exception cref="CapsuleException"><see cref="ErrorCode.Invalid"/>: the value is something else.</exception>
    internal static int ReadInt32(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out int value)
            ? value
            : throw Expected("a whole number from -2147483648 to 2147483647", ref reader);

    /// <summary>Reads a finite number.</summary>
    /// <exception cref="CapsuleException"><see cref="ErrorCode.Invalid"/>: the value is something else.</exception>
    internal static double ReadDouble(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Number && reader.TryGetDouble(out double value) && double.IsFinite(value)
            ? value
            : throw Expected("a finite number", ref reader);

    /// <summary>Reads a text.</summary>
    /// <exception cref="CapsuleException"><see cref="ErrorCode.Invalid"/>: the value is something else, or is no Unicode.</exception>
    internal static string ReadString(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            throw Expected("a string", ref reader);
        }

        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw Expected("a string of whole Unicode characters (it has half of a surrogate pair)", ref reader);
        }
    }

    /// <summary>Reads a UUID with hyphens, in either case.</summary>
    /// <exception cref="CapsuleException"><see cref="ErrorCode.Invalid"/>: the value is something else.</exception>
    internal static Guid ReadGuid(ref Utf8JsonReader reader) =>
        TryReadGuid(ref reader, out Guid value)
            ? value
            : throw Expected("a UUID of 36 characters", ref reader);

    /// <summary>Reads a moment with its offset from UTC.</summary>
    /// <exception cref="CapsuleException"><see cref="ErrorCode.Invalid"/>: the value is something else.</exception>
    internal static DateTimeOffset ReadDateTimeOffset(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.String && IsText(ref reader) && reader.TryGetDateTimeOffset(out DateTimeOffset value)
            ? value
            : throw Expected("a date and time in ISO 8601, such as \"2026-03-01T12:00:00+01:00\"", ref reader);

    /// <summary>Reads a list of texts; Capsule 0.2.2 sent them as JSON inside a string, which is taken too.</summary>
    /// <exception cref="CapsuleException"><see cref="ErrorCode.Invalid"/>: the value is something else.</exception>
    internal static IReadOnlyList<string> ReadStrings(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            return ReadStringsInText(ReadString(ref reader), ref reader);
        }

        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw Expected("a list of strings", ref reader);
        }

        if (reader.Read() && reader.TokenType == JsonTokenType.EndArray)
        {
            return AttributeValue.NoStrings;
        }

        var values = new List<string>();
        do
        {
            values.Add(ReadString(ref reader));
        }
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray);

        return new AttributeList<string>([.. values]);
    }

    /// <summary>What to throw for an enum's name that is none of its members'.</summary>
    internal static CapsuleException UnknownName(string name, string allowed) =>
        new(ErrorCode.Invalid, $"\"{name}\" is not one of {allowed}.");

    /// <summary>Steps to the next argument of a call.</summary>
    /// <exception cref="CapsuleException"><see cref="ErrorCode.Invalid"/>: there is none.</exception>
    public static void NextArgument(ref Utf8JsonReader reader, string name)
    {
        if (!reader.Read() || reader.TokenType == JsonTokenType.EndArray)
        {
            throw new CapsuleException(ErrorCode.Invalid, $"The argument '{name}' is missing.");
        }
    }

    /// <summary>Steps to the next argument of a call, which may be left out; false if it is.</summary>
    public static bool HasArgument(ref Utf8JsonReader reader) => reader.TokenType != JsonTokenType.EndArray && reader.Read() && reader.TokenType != JsonTokenType.EndArray;

    /// <summary>Checks that a call has no further argument.</summary>
    /// <exception cref="CapsuleException"><see cref="ErrorCode.Invalid"/>: there is one.</exception>
    public static void LastArgument(ref Utf8JsonReader reader, string method, int count)
    {
        if (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            throw new CapsuleException(ErrorCode.Invalid, $"The method '{method}' takes {count} argument{(count == 1 ? "" : "s")}, not more.");
        }
    }

    internal static bool TryReadGuid(ref Utf8JsonReader reader, out Guid value)
    {
        value = default;
        return reader.TokenType == JsonTokenType.String && IsText(ref reader) && reader.TryGetGuid(out value);
    }

    /// <summary>True unless the escapes of the string leave half of a surrogate pair, at which the reader's own methods throw.</summary>
    internal static bool IsText(ref Utf8JsonReader reader)
    {
        if (!reader.ValueIsEscaped)
        {
            return true;
        }

        try
        {
            _ = reader.GetString();
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>True if the reader stands on null.</summary>
    internal static bool IsNull(ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.Null;

    private static IReadOnlyList<string> ReadStringsInText(string text, ref Utf8JsonReader outer)
    {
        byte[] utf8 = System.Text.Encoding.UTF8.GetBytes(text);
        var inner = new Utf8JsonReader(utf8, CapsuleJson.ReaderOptions);
        try
        {
            if (inner.Read() && inner.TokenType == JsonTokenType.StartArray)
            {
                IReadOnlyList<string> values = ReadStrings(ref inner);
                inner.Read();
                return values;
            }
        }
        catch (JsonException)
        {
            // Not JSON: the same mistake as JSON of another kind.
        }

        throw Expected("a list of strings", ref outer);
    }

    private static CapsuleException Expected(string what, ref Utf8JsonReader reader) =>
        new(ErrorCode.Invalid, $"The value must be {what}, but it is {Describe(reader.TokenType)}.");

    private static string Describe(JsonTokenType token) => token switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "a list",
        JsonTokenType.String => "another string",
        JsonTokenType.Number => "another number",
        JsonTokenType.Null => "null",
        JsonTokenType.True or JsonTokenType.False => "true or false",
        _ => "missing",
    };
}
