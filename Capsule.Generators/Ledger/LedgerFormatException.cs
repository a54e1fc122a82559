namespace Capsule.Generators.Ledger;

/// <summary>The text is no ledger, and where it stops being one.</summary>
internal sealed class LedgerFormatException(string message, int start, int end) : Exception(message)
{
    public int Start { get; } = start;

    public int End { get; } = end;
}
