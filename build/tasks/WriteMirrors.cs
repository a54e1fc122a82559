using Capsule.Mirrors;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace Capsule.Build.Tasks;

/// <summary>Writes the mirrors that a compiled assembly and those it references carry: a TypeScript file each, and an index.</summary>
public sealed class WriteMirrors : Microsoft.Build.Utilities.Task
{
    /// <summary>The compiled assembly.</summary>
    [Required]
    public string Assembly { get; set; } = "";

    /// <summary>The assemblies it references; the mirrors they carry are written too.</summary>
    public ITaskItem[] References { get; set; } = [];

    /// <summary>The full path of the folder for the files.</summary>
    [Required]
    public string Folder { get; set; } = "";

    /// <summary>What the files import the client from: a package name or a path.</summary>
    [Required]
    public string ClientImport { get; set; } = "";

    /// <summary>For whom they are written, as <see cref="Build.Tasks.Audience"/> reads it; empty: for everybody.</summary>
    public string Audience { get; set; } = "";

    /// <summary>The file that is written when all is done, unless the build only verifies; it lists the mirrors, a full path a line.</summary>
    [Required]
    public string Stamp { get; set; } = "";

    /// <summary>Whether nothing is written, and a mirror that is stale is an error.</summary>
    public bool Verify { get; set; }

    /// <inheritdoc/>
    public override bool Execute()
    {
        try
        {
            Write();
        }
        catch (MirrorException exception)
        {
            Log.LogError(null, exception.Code, null, exception.File, 0, 0, 0, 0, "{0}", exception.Message);
        }

        return !Log.HasLoggedErrors;
    }

    private void Write()
    {
        IEnumerable<string> assemblies = References.Select(reference => reference.ItemSpec).Prepend(Assembly);
        IReadOnlyList<Mirror> mirrors = Narrow(MirrorSet.Join(Folder, assemblies.SelectMany(MirrorReader.Read)));

        MirrorFolder folder = new(Folder, Path.GetFileNameWithoutExtension(Assembly), Verify);
        SortedDictionary<string, string> files = Compose(mirrors);
        folder.Hold(files);
        if (Verify)
        {
            CheckNoneIsStale(folder);
            return;
        }

        foreach (string file in folder.Removed) Log.LogMessage(MessageImportance.High, "Capsule removed {0}", file);
        foreach (string file in folder.Written) Log.LogMessage(MessageImportance.High, "Capsule wrote {0}", file);
        File.WriteAllLines(Stamp, files.Keys.Select(file => Path.Combine(Folder, file)));
    }

    private Mirror[] Narrow(IReadOnlyList<Mirror> mirrors)
    {
        Dictionary<string, Mirror> byName = mirrors.ToDictionary(mirror => mirror.Name, StringComparer.Ordinal);
        return [.. Narrowing.Of([.. mirrors.Select(mirror => mirror.Parts)], new Audience(Audience).MayMeet).Select(parts => byName[parts.Name].Narrowed(parts))];
    }

    private static void CheckNoneIsStale(MirrorFolder folder)
    {
        if (folder.Written.Concat(folder.Removed).FirstOrDefault() is { } stale)
        {
            throw new MirrorException("CAPSB007", stale, $"'{stale}' is not what the models are. Build without CapsuleVerify, and check the mirrors in.");
        }
    }

    private SortedDictionary<string, string> Compose(IReadOnlyList<Mirror> mirrors)
    {
        SortedDictionary<string, string> files = new(StringComparer.Ordinal);
        if (mirrors.Count == 0) return files;

        foreach (Mirror mirror in mirrors) files.Add(mirror.FileName, MirrorText.Compose(mirror, ClientImport));
        files.Add(MirrorText.IndexFileName, MirrorText.ComposeIndex(Path.GetFileNameWithoutExtension(Assembly), mirrors));
        return files;
    }
}
