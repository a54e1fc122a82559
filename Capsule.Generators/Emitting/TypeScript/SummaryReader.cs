using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace Capsule.Generators.Emitting.TypeScript;

/// <summary>Reads the summary of a comment as plain text. A comment that is no XML has none; the C# compiler warns about it where it is asked to.</summary>
internal static class SummaryReader
{
    private static readonly Regex Slashes = new(@"^[ \t]*(///|/\*\*|\*/|\*)?[ \t]?", RegexOptions.Multiline | RegexOptions.CultureInvariant);

    /// <param name="comment">As it is written, with its slashes.</param>
    /// <param name="link">What becomes of a reference, given its last name.</param>
    public static string Read(string comment, Func<string, string> link)
    {
        if (comment.Length == 0)
        {
            return "";
        }

        string xml = Slashes.Replace(comment.Replace("\r", ""), "").Replace("*/", "");
        try
        {
            XElement? summary = XElement.Parse($"<doc>{xml}</doc>", LoadOptions.PreserveWhitespace).Element("summary");
            return summary is null ? "" : Tidy(Text(summary, link));
        }
        catch (XmlException)
        {
            return "";
        }
    }

    private static string Text(XElement element, Func<string, string> link)
    {
        var text = new StringBuilder();
        foreach (XNode node in element.Nodes())
        {
            text.Append(node switch
            {
                XText plain => plain.Value,
                XElement inner => Inner(inner, link),
                _ => "",
            });
        }

        return text.ToString();
    }

    private static string Inner(XElement element, Func<string, string> link) => element.Name.LocalName switch
    {
        "see" or "seealso" when element.Attribute("cref") is { } reference => link(LastName(reference.Value)),
        "see" when element.Attribute("langword") is { } word => $"`{word.Value}`",
        "see" when element.Attribute("href") is { } address => $"{{@link {address.Value}}}",
        "paramref" or "typeparamref" when element.Attribute("name") is { } name => $"`{name.Value}`",
        "c" or "code" => $"`{element.Value}`",
        "para" or "item" => $"\f{Text(element, link)}\f",
        "br" => "\f",
        _ => Text(element, link),
    };

    /// <summary>One space for any white space, one empty line between paragraphs.</summary>
    private static string Tidy(string text) =>
        string.Join("\n\n", text.Split('\f').Select(static one => Regex.Replace(one, @"\s+", " ").Trim()).Where(static one => one.Length > 0));

    private static string LastName(string reference)
    {
        string path = reference.Split('(', '{', '`')[0];
        return path.Substring(path.LastIndexOfAny(['.', ':']) + 1);
    }
}
