using System.Text;

namespace Capsule.Build.Tasks;

/// <summary>The folder of one project's mirrors. Only files that carry our header are overwritten or removed.</summary>
/// <param name="path">The folder.</param>
/// <param name="assembly">Whose mirrors it holds.</param>
/// <param name="verify">Whether nothing is touched: what would be written or removed is only told.</param>
internal sealed class MirrorFolder(string path, string assembly, bool verify = false)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>The files that were written: those whose text changed.</summary>
    public List<string> Written { get; } = [];

    /// <summary>The files that were removed: mirrors of models that are gone.</summary>
    public List<string> Removed { get; } = [];

    /// <summary>Makes the folder hold these files of ours and no other. Checks all before it touches any.</summary>
    public void Hold(IReadOnlyDictionary<string, string> textByFileName)
    {
        string[] present = Guarded(path, () => Directory.Exists(path) ? Directory.GetFiles(path, "*.ts") : []);
        string[] ours = [.. present.Where(IsOurs)];

        CheckFolderIsOurs();
        CheckNoForeignFile(present.Except(ours), textByFileName);

        // Removed first: on Windows and macOS the mirror of a model whose name changed in case only is the file that goes.
        foreach (string file in ours.Where(file => !textByFileName.ContainsKey(Path.GetFileName(file)))) Remove(file);
        foreach (KeyValuePair<string, string> file in textByFileName) Write(Path.Combine(path, file.Key), file.Value);
    }

    private void CheckFolderIsOurs()
    {
        string index = Path.Combine(path, MirrorText.IndexFileName);
        if (!File.Exists(index) || !IsOurs(index) || FirstLine(index) == MirrorText.IndexHeader(assembly)) return;

        throw new MirrorException("CAPSB002", index,
            $"'{index}' lists the mirrors of another project, and a folder holds those of one. Give '{assembly}' another CapsuleTypeScriptOutput, " +
            "or delete that file if the assembly was only renamed.");
    }

    private static void CheckNoForeignFile(IEnumerable<string> foreign, IReadOnlyDictionary<string, string> textByFileName)
    {
        HashSet<string> wanted = new(textByFileName.Keys, StringComparer.OrdinalIgnoreCase);
        if (foreign.FirstOrDefault(file => wanted.Contains(Path.GetFileName(file))) is not { } taken) return;

        throw new MirrorException("CAPSB002", taken,
            $"'{taken}' was not written by Capsule and stands where a mirror belongs. Move or delete it, or set CapsuleTypeScriptOutput to another folder.");
    }

    private void Write(string file, string text)
    {
        bool changed = Guarded(file, () => !File.Exists(file) || Normalize(File.ReadAllText(file)) != text);
        if (!changed) return;

        Written.Add(file);
        if (verify) return;

        Guarded(file, () =>
        {
            Directory.CreateDirectory(path);
            File.WriteAllText(file, text, Utf8);
            return file;
        });
    }

    private void Remove(string file)
    {
        Removed.Add(file);
        if (verify) return;

        Guarded(file, () =>
        {
            File.Delete(file);
            return file;
        });
    }

    private static bool IsOurs(string file) => MirrorText.IsOurs(FirstLine(file));

    private static string? FirstLine(string file) => Guarded(file, () => File.ReadLines(file).FirstOrDefault());

    /// <summary>A checkout may have given the file the line ends of Windows; that is no change.</summary>
    private static string Normalize(string text) => text.Replace("\r\n", "\n");

    private static TResult Guarded<TResult>(string path, Func<TResult> access)
    {
        try
        {
            return access();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new MirrorException("CAPSB001", path,
                $"The mirrors cannot be written to '{path}': {exception.Message} " +
                "Make it writable, or set CapsuleTypeScriptOutput to another folder (empty: no mirrors).");
        }
    }
}
