namespace Capsule.Build.Tasks;

/// <summary>What keeps the mirrors from being written; becomes an error of the build.</summary>
internal sealed class MirrorException(string code, string file, string message) : Exception(message)
{
    /// <summary>The error's code: CAPSB001 a file or folder cannot be used, CAPSB002 a file is not ours, CAPSB003 the mirrors do not fit together,
    /// CAPSB007 they are stale.</summary>
    public string Code { get; } = code;

    /// <summary>The file or folder that the error is about.</summary>
    public string File { get; } = file;
}
