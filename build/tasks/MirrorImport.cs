namespace Capsule.Build.Tasks;

/// <summary>What a mirror takes from the file of another.</summary>
/// <param name="File">The other mirror.</param>
/// <param name="Names">What stands between the braces of the import.</param>
internal sealed record MirrorImport(string File, string Names)
{
    private const string From = " from ";

    /// <summary>Reads <c>Card</c>, which is the class and its input, or <c>type Shape from Shape</c>.</summary>
    public static MirrorImport Parse(string import)
    {
        int at = import.IndexOf(From, StringComparison.Ordinal);
        return at < 0 ? new(import, $"{import}, type {import}Input") : new(import.Substring(at + From.Length), import.Substring(0, at));
    }
}
