using System.Reflection;

namespace Capsule.Tests.Protocol;

/// <summary>The files of docs/protocol-examples.</summary>
public static class ProtocolExamples
{
    public static string Folder { get; } = Path.Combine(FindRoot(), "docs", "protocol-examples");

    /// <summary>Every file as <c>category/name</c>, in a fixed order.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        .. Directory.EnumerateFiles(Folder, "*.json", SearchOption.AllDirectories)
            .Select(file => Path.ChangeExtension(Path.GetRelativePath(Folder, file).Replace('\\', '/'), null))
            .Order(StringComparer.Ordinal),
    ];

    public static IEnumerable<string> Written => All.Where(name => CategoryOf(name) != "xport-0.2.2");

    public static string CategoryOf(string name) => name[..name.IndexOf('/')];

    public static IEnumerable<string> In(string category) => All.Where(name => CategoryOf(name) == category);

    /// <summary>The file as it is, line feed included.</summary>
    public static byte[] Bytes(string name) => File.ReadAllBytes(Path.Combine(Folder, name + ".json"));

    /// <summary>What is on the wire: the file without its last line feed.</summary>
    public static byte[] Message(string name) => Bytes(name)[..^1];

    private static string FindRoot()
    {
        string? folder = Path.GetDirectoryName(Assembly.GetExecutingAssembly().Location);
        while (folder is not null && !File.Exists(Path.Combine(folder, "Capsule.sln")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? throw new DirectoryNotFoundException("Capsule.sln is in no folder above the tests' assembly: run the tests from a checkout.");
    }
}
