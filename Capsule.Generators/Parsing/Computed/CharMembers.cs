namespace Capsule.Generators.Parsing.Computed;

/// <summary>Members of <c>char</c>.</summary>
internal static class CharMembers
{
    public static readonly Dictionary<string, string> All = new(StringComparer.Ordinal)
    {
        ["char.IsDigit(char)"] = "computed.isDigit({0})",
        ["char.IsLetter(char)"] = "computed.isLetter({0})",
        ["char.IsLetterOrDigit(char)"] = "computed.isLetterOrDigit({0})",
        ["char.IsUpper(char)"] = "computed.isUpper({0})",
        ["char.IsLower(char)"] = "computed.isLower({0})",
        ["char.IsWhiteSpace(char)"] = "computed.isBlank({0})",
        ["char.ToUpperInvariant(char)"] = "computed.toUpper({0})",
        ["char.ToLowerInvariant(char)"] = "computed.toLower({0})",
        ["char.ToUpper(char)"] = "@'char.ToUpperInvariant(…)'",
        ["char.ToLower(char)"] = "@'char.ToLowerInvariant(…)'",
        ["char.ToString()"] = "{0}",
        ["char.ToString(char)"] = "{0}",
    };
}
