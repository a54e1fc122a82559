using System.Globalization;
using System.Text;

namespace Capsule.Mirrors;

/// <summary>
/// Text with marks around what not everybody is told, as the generator writes it: <c>⟦0:secret⟧</c> for those who meet requirement 0, <c>⟦0+1|2:…⟧</c> for those who meet both or the last, and
/// <c>⟦!0:…⟧</c> for all others. A mark that stands alone on its line stands for the lines up to the one that closes it.
/// </summary>
internal static class MarkedText
{
    private const char Opening = '⟦';

    private const char Closing = '⟧';

    /// <summary>All of it, without marks.</summary>
    public static string Whole(string text) => Cut(text, static _ => true);

    /// <summary>What is told to those who meet these requirements.</summary>
    public static string Cut(string text, Func<int, bool> isMet)
    {
        if (text.IndexOf(Opening) < 0) return text;

        List<string> kept = [];
        Stack<bool> told = new([true]);
        foreach (string line in text.Split('\n'))
        {
            string trimmed = line.Trim();
            if (IsOpening(trimmed)) told.Push(told.Peek() && IsTold(trimmed.Substring(1, trimmed.Length - 2), isMet));
            else if (trimmed.Length == 1 && trimmed[0] == Closing) told.Pop();
            else if (told.Peek()) AddLine(kept, line, isMet);
        }

        return string.Join("\n", kept);
    }

    private static bool IsOpening(string line) => line.Length > 2 && line[0] == Opening && line[line.Length - 1] == ':' && line.IndexOf(Closing) < 0;

    /// <summary>A line of which nothing is left goes too.</summary>
    private static void AddLine(List<string> kept, string line, Func<int, bool> isMet)
    {
        string cut = line.IndexOf(Opening) < 0 ? line : CutLine(line, isMet);
        if (cut.Trim().Length > 0 || line.Trim().Length == 0) kept.Add(cut);
    }

    private static string CutLine(string line, Func<int, bool> isMet)
    {
        StringBuilder kept = new();
        Stack<bool> told = new([true]);
        for (int at = 0; at < line.Length; at++)
        {
            if (line[at] == Opening)
            {
                int colon = line.IndexOf(':', at);
                told.Push(told.Peek() && IsTold(line.Substring(at + 1, colon - at - 1), isMet));
                at = colon;
            }
            else if (line[at] == Closing) told.Pop();
            else if (told.Peek()) kept.Append(line[at]);
        }

        return kept.ToString();
    }

    private static bool IsTold(string label, Func<int, bool> isMet) => label[0] == '!'
        ? !IsTold(label.Substring(1), isMet)
        : label.Split('|').Any(one => one.Split('+').All(number => isMet(int.Parse(number, CultureInfo.InvariantCulture))));
}
