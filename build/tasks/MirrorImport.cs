namespace Capsule.Build.Tasks;

/// <summary>What a mirror takes from the file of another.</summary>
/// <param name="File">The other mirror.</param>
/// <param name="Names">What stands between the braces of the import.</param>
internal sealed record MirrorImport(string File, string Names)
{
    private const string From = " from ";
    private const string Type = "type ";

    /// <summary>One for each file, in ordinal order: what members of several kinds of users need of it can be named apart.</summary>
    public static IEnumerable<MirrorImport> Join(IEnumerable<MirrorImport> imports) => imports
        .GroupBy(import => import.File, StringComparer.Ordinal)
        .OrderBy(file => file.Key, StringComparer.Ordinal)
        .Select(file => file.Count() == 1 ? file.Single() : new(file.Key, Join([.. file.SelectMany(import => import.Names.Split([", "], StringSplitOptions.None))])));

    private static string Join(HashSet<string> names) => string.Join(", ", names
        .Where(name => !name.StartsWith(Type, StringComparison.Ordinal) || !names.Contains(name.Substring(Type.Length)))
        .OrderBy(name => name.StartsWith(Type, StringComparison.Ordinal)).ThenBy(name => name, StringComparer.Ordinal));

    /// <summary>Reads <c>Card</c>, which is the class and its input, or <c>type Shape from Shape</c>.</summary>
    public static MirrorImport Parse(string import)
    {
        int at = import.IndexOf(From, StringComparison.Ordinal);
        return at < 0 ? new(import, $"{import}, type {import}Input") : new(import.Substring(at + From.Length), import.Substring(0, at));
    }
}
