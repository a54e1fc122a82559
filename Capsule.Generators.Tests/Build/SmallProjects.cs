namespace Capsule.Generators.Tests.Build;

/// <summary>A copy of the small projects, restored, in a folder of its own; they find Capsule where the package would lie.</summary>
internal sealed class SmallProjects : IDisposable
{
    private static readonly string Source = Path.Combine(AppContext.BaseDirectory, "SmallProjects");

    private static readonly Lazy<SmallProjects> Restored = new(Restore);

    private SmallProjects()
    {
        Folder = Directory.CreateTempSubdirectory("capsule-build-").FullName;
    }

    public string Folder { get; }

    /// <summary>A copy of projects that were restored once for all tests.</summary>
    public static SmallProjects Copy()
    {
        SmallProjects projects = new();
        CopyFiles(Restored.Value.Folder, projects.Folder);
        return projects;
    }

    public BuildOutcome Build(string project, params string[] arguments) =>
        DotnetCommand.Run(Folder, ["build", project, "--no-restore", "-tl:off", "-v:normal", .. arguments]);

    public BuildOutcome Clean(string project) => DotnetCommand.Run(Folder, "clean", project, "-tl:off");

    public string PathOf(string file) => Path.Combine(Folder, file);

    /// <summary>The mirrors of a project, each with its text and the time it was last written.</summary>
    public Dictionary<string, (string Text, DateTime Written)> Mirrors(string project) =>
        Directory.GetFiles(PathOf($"{project}/web/models")).ToDictionary(
            file => Path.GetFileName(file), file => (File.ReadAllText(file), File.GetLastWriteTimeUtc(file)));

    public string Read(string file) => File.ReadAllText(PathOf(file));

    public void Write(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(file))!);
        File.WriteAllText(PathOf(file), text);
    }

    public void Replace(string file, string text, string replacement)
    {
        string before = File.ReadAllText(PathOf(file));
        Assert.That(before, Does.Contain(text));
        File.WriteAllText(PathOf(file), before.Replace(text, replacement, StringComparison.Ordinal));
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    /// <summary>Ends the shared copy, when all tests are done.</summary>
    public static void DisposeRestored()
    {
        if (Restored.IsValueCreated) Restored.Value.Dispose();
    }

    private static SmallProjects Restore()
    {
        SmallProjects projects = new();
        CopyFiles(Source, projects.Folder);
        BuildOutcome restore = DotnetCommand.Run(projects.Folder, "build", "All.proj", "-t:Restore", "--no-restore", "-tl:off");
        Assert.That(restore.Succeeded, restore.Output);
        return projects;
    }

    private static void CopyFiles(string from, string to)
    {
        foreach (string file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            string copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
