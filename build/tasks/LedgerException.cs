namespace Capsule.Build.Tasks;

/// <summary>What keeps the ledger from being written; becomes an error of the build.</summary>
internal sealed class LedgerException(string code, string file, string message) : Exception(message)
{
    /// <summary>The error's code: CAPSB004 a file cannot be used, CAPSB005 something breaks and was not accepted, CAPSB006 the ledger is stale.</summary>
    public string Code { get; } = code;

    /// <summary>The file that the error is about.</summary>
    public string File { get; } = file;
}
