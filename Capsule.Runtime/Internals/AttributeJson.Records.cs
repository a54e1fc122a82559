using System.Text.Json;
using Capsule.Snapshots;

namespace Capsule.Internals;

public static partial class AttributeJson
{
    /// <summary>Checks that the reader stands on an object.</summary>
    /// <exception cref="CapsuleException"><see cref="ErrorCode.Invalid"/>: it stands on something else.</exception>
    public static void StartRecord(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw Expected("an object", ref reader);
        }
    }

    /// <summary>Checks that the reader stands on a list.</summary>
    internal static void StartList(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw Expected("a list", ref reader);
        }
    }

    /// <summary>Checks that the reader stands on the object that a dictionary is.</summary>
    internal static void StartDictionary(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw Expected("an object of names and values", ref reader);
        }
    }

    /// <summary>Goes to the next member of an object; false at its end.</summary>
    /// <exception cref="CapsuleException"><see cref="ErrorCode.Invalid"/>: its name is no Unicode.</exception>
    public static bool NextMember(ref Utf8JsonReader reader) => MportPeek.NextMember(ref reader);

    /// <summary>Checks that a member was there.</summary>
    /// <exception cref="CapsuleException"><see cref="ErrorCode.Invalid"/>: it was not.</exception>
    public static void RequireMember(ulong read, int member, string name)
    {
        if ((read & (1UL << member)) == 0)
        {
            throw new CapsuleException(ErrorCode.Invalid, $"The object has no '{name}'.");
        }
    }
}
