using System.Text.Json;

namespace Capsule.Protocol;

/// <summary>What a piece of JSON is called in an error.</summary>
internal static class JsonTokenText
{
    public static string Describe(this JsonTokenType kind) => kind switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "a list",
        JsonTokenType.String => "a string",
        JsonTokenType.Number => "a number",
        JsonTokenType.True or JsonTokenType.False => "a boolean",
        JsonTokenType.Null => "null",
        _ => "something else",
    };
}
