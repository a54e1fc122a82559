namespace Capsule.Generators.Models;

/// <summary>From C# names to names on the wire and to names of mirrors.</summary>
internal static class WireName
{
    /// <summary>As <c>JsonNamingPolicy.CamelCase</c> does it: a run of capitals at the start is one word, whose last letter begins the next.</summary>
    public static string FromName(string name)
    {
        if (name.Length == 0 || !char.IsUpper(name[0]))
        {
            return name;
        }

        char[] letters = name.ToCharArray();
        for (int index = 0; index < letters.Length; index++)
        {
            bool startsNextWord = index > 0 && index + 1 < letters.Length && !char.IsUpper(letters[index + 1]);
            if (startsNextWord || (index == 1 && !char.IsUpper(letters[index])))
            {
                break;
            }

            letters[index] = char.ToLowerInvariant(letters[index]);
        }

        return new string(letters);
    }

    /// <summary>The name of the TypeScript class.</summary>
    public static string ToMirrorName(string wireName) => wireName.Length == 0 ? "" : char.ToUpperInvariant(wireName[0]) + wireName.Substring(1);

    /// <summary>The name of the TypeScript type of a model that is not abstract and those that derive from it.</summary>
    public static string ToUnionName(string mirrorName) => "Any" + mirrorName;

    /// <summary>A letter, then letters, digits and underscores: a name that JSON, C# and TypeScript all take as it is.</summary>
    public static bool IsValid(string name) => name.Length > 0 && char.IsLetter(name[0]) && name.All(letter => char.IsLetterOrDigit(letter) || letter == '_');
}
