using Microsoft.CodeAnalysis;

namespace Capsule.Generators.Parsing.Computed;

/// <summary>How to say that something has no translation.</summary>
internal static class Outside
{
    private const int Longest = 60;

    public static OutsideSubsetException Subset(IOperation operation) =>
        new(ComputedProblem.Outside, operation.Syntax, $"'{Short(operation.Syntax)}' is outside of what is translated");

    public static OutsideSubsetException Subset(IOperation operation, string reason) =>
        new(ComputedProblem.Outside, operation.Syntax, $"'{Short(operation.Syntax)}' {reason}");

    /// <summary>What depends on who asks: the culture of the server is not that of a browser.</summary>
    public static OutsideSubsetException Culture(IOperation operation, string way) => Subset(operation, $"depends on the current culture: write {way}");

    private static string Short(SyntaxNode syntax)
    {
        string text = string.Join(" ", syntax.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return text.Length <= Longest ? text : text.Substring(0, Longest - 1) + "…";
    }
}
