namespace Capsule.Build.Tasks;

/// <summary>What keeps the access report from being written; becomes an error of the build.</summary>
internal sealed class AccessException(string code, string file, string message) : Exception(message)
{
    /// <summary>The error's code: CAPSB008 a file cannot be used, CAPSB009 the report is stale.</summary>
    public string Code { get; } = code;

    /// <summary>The file that the error is about.</summary>
    public string File { get; } = file;
}
