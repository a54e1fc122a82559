namespace Capsule.Generators.Writing;

/// <summary>
/// The marks around the parts of a mirror that not everybody is told of: a label, which says what it takes, and the part, as in <c>⟦0:get secret() { … }⟧</c>. A mark that stands alone on
/// its line goes with the line. No text of a user has these letters when it is written: <see cref="ScriptText"/> and the comments spell them otherwise.
/// </summary>
internal static class Marks
{
    public const char Opening = '⟦';

    public const char Closing = '⟧';

    /// <summary>A part of a line, or a whole one; one without a label is for everybody.</summary>
    public static string Around(string label, string text) => label.Length == 0 ? text : $"{Opening}{label}:{text}{Closing}";

    /// <summary>What stands only where the other is not told.</summary>
    public static string Instead(string label, string text) => label.Length == 0 ? "" : Around("!" + label, text);

    /// <summary>The lines from here to <see cref="CloseMark"/>.</summary>
    public static SourceWriter OpenMark(this SourceWriter writer, string label) => label.Length == 0 ? writer : writer.Mark($"{Opening}{label}:");

    public static SourceWriter CloseMark(this SourceWriter writer, string label) => label.Length == 0 ? writer : writer.Mark(Closing.ToString());

    /// <summary>
    /// A list that is one still when parts of it are gone: a separator goes with the part that needs it. Where everybody is told of a part, that is what the others lean on; where there is no such
    /// part, each has a separator behind it.
    /// </summary>
    public static string Join(IReadOnlyList<(string Label, string Text)> parts, string separator)
    {
        int support = parts.TakeWhile(static part => part.Label.Length > 0).Count();
        return string.Concat(parts.Select((part, index) => Around(
            part.Label,
            index < support ? part.Text + separator : index == support ? part.Text : separator + part.Text)));
    }
}
