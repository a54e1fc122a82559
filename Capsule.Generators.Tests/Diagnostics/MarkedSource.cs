using Microsoft.CodeAnalysis.Text;

namespace Capsule.Generators.Tests.Diagnostics;

/// <summary>A source in which <c>[|…|]</c> stood around one place, if there is one.</summary>
internal sealed record MarkedSource(string Text, TextSpan Place)
{
    public static MarkedSource Parse(string marked)
    {
        int start = marked.IndexOf("[|", StringComparison.Ordinal);
        if (start < 0)
        {
            return new(marked, default);
        }

        string opened = marked.Remove(start, 2);
        int end = opened.IndexOf("|]", start, StringComparison.Ordinal);
        return new(opened.Remove(end, 2), TextSpan.FromBounds(start, end));
    }
}
