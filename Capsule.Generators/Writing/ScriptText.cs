using System.Globalization;

namespace Capsule.Generators.Writing;

/// <summary>Texts as TypeScript and JavaScript spell them.</summary>
internal static class ScriptText
{
    public static string Of(string text) => $"\"{string.Concat(text.Select(Of))}\"";

    private static string Of(char letter) => letter switch
    {
        '"' => "\\\"",
        '\\' => "\\\\",
        '\n' => "\\n",
        '\r' => "\\r",
        '\t' => "\\t",
        < ' ' or '\u007F' or '\u0085' or '\u2028' or '\u2029' or '\uFEFF' or Marks.Opening or Marks.Closing or (>= '\uD800' and <= '\uDFFF') =>
            "\\u" + ((int)letter).ToString("x4", CultureInfo.InvariantCulture),
        _ => letter.ToString(),
    };
}
