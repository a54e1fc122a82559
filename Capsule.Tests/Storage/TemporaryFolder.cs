namespace Capsule.Tests.Storage;

/// <summary>A folder that is gone when it is disposed.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly string _path = Directory.CreateTempSubdirectory("capsule-store-").FullName;

    /// <summary>The connection string of a file in it.</summary>
    public string Source(string name = "boards.db") => $"Data Source={File(name)}";

    public string File(string name = "boards.db") => Path.Combine(_path, name);

    public void Dispose() => Directory.Delete(_path, recursive: true);
}
