namespace Capsule.Mirrors;

/// <summary>A model's mirror, as far as it is narrowed.</summary>
/// <param name="Name">Its name in TypeScript.</param>
/// <param name="Hash">Of the model's own schema; empty for an abstract one.</param>
/// <param name="Requirements">What it takes to be told of the marked parts: roles with commas between, of which one is needed, and on a second line a policy, if there is one.</param>
/// <param name="Below">The mirrors of what can stand right below it, marked.</param>
/// <param name="Imports">What it takes from other mirrors, marked.</param>
/// <param name="Texts">Its bodies, marked.</param>
internal sealed record MirrorParts(
    string Name, string Hash, IReadOnlyList<string> Requirements, IReadOnlyList<string> Below, IReadOnlyList<string> Imports, IReadOnlyList<string> Texts)
{
    /// <summary>The mirrors whose files it imports something from.</summary>
    public IEnumerable<string> Files => Imports.Select(FileOf);

    /// <summary>The mirrors of what it holds: of what it can be given, the input is imported, and a union imports that of its members.</summary>
    public IEnumerable<string> Held => Imports.Where(static import => import.IndexOf(' ') < 0 || NamesOf(import).Any(static name => name.StartsWith("type ", StringComparison.Ordinal) && name.EndsWith("Input", StringComparison.Ordinal)))
        .Select(FileOf);

    /// <summary>What is told to those who meet these requirements, without marks.</summary>
    /// <param name="isMet">Whether a requirement is met.</param>
    public MirrorParts Cut(Func<string, bool> isMet)
    {
        return this with { Below = All(Below), Imports = All(Imports), Texts = [.. Texts.Select(CutOne)] };

        string CutOne(string text) => MarkedText.Cut(text, number => isMet(Requirements[number]));

        IReadOnlyList<string> All(IReadOnlyList<string> texts) => [.. texts.Select(CutOne).Where(static text => text.Length > 0)];
    }

    private static string FileOf(string import) => import.Substring(import.LastIndexOf(' ') + 1);

    private static string[] NamesOf(string import) => import.Substring(0, Math.Max(import.IndexOf(" from ", StringComparison.Ordinal), 0)).Split([", "], StringSplitOptions.None);
}
