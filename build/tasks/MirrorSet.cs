namespace Capsule.Build.Tasks;

/// <summary>All mirrors of an application, in ordinal order, each name once.</summary>
internal static class MirrorSet
{
    public static IReadOnlyList<Mirror> Join(string folder, IEnumerable<Mirror> mirrors)
    {
        Mirror[] ordered = [.. mirrors.OrderBy(mirror => mirror.Name, StringComparer.Ordinal).ThenBy(mirror => mirror.Model, StringComparer.Ordinal)];

        // Files whose names differ in case only are one file on Windows and macOS.
        Dictionary<string, Mirror> known = new(StringComparer.OrdinalIgnoreCase);
        foreach (Mirror mirror in ordered)
        {
            CheckName(folder, mirror);
            if (known.TryGetValue(mirror.Name, out Mirror other)) throw Twice(folder, other, mirror);
            known.Add(mirror.Name, mirror);
        }

        HashSet<string> names = [.. ordered.Select(mirror => mirror.Name)];
        foreach (Mirror mirror in ordered)
        {
            if (mirror.Others.Select(import => import.File).FirstOrDefault(file => !names.Contains(file)) is { } missing) throw Missing(folder, mirror, missing);
        }

        return ordered;
    }

    private static void CheckName(string folder, Mirror mirror)
    {
        if (mirror.FileName.Equals(MirrorText.IndexFileName, StringComparison.OrdinalIgnoreCase))
        {
            throw new MirrorException("CAPSB003", folder,
                $"The mirror of {Describe(mirror)} would be the file '{mirror.FileName}', and '{MirrorText.IndexFileName}' lists all mirrors. " +
                "Give the model another name: [CapsuleModel(\"…\")].");
        }

        if (mirror.Name.Length == 0 || !mirror.Name.All(character => char.IsLetterOrDigit(character) || character is '_' or '$'))
        {
            throw new MirrorException("CAPSB003", folder,
                $"The mirror of {Describe(mirror)} is called '{mirror.Name}', which is no TypeScript name. Give the model another name: [CapsuleModel(\"…\")].");
        }
    }

    private static MirrorException Twice(string folder, Mirror first, Mirror second) => new("CAPSB003", folder,
        $"The models {Describe(first)} and {Describe(second)} would have one mirror file, '{first.FileName}'. " +
        "Give one of them another name: [CapsuleModel(\"…\")].");

    private static MirrorException Missing(string folder, Mirror mirror, string import) => new("CAPSB003", folder,
        $"The mirror of {Describe(mirror)} uses the mirror '{import}', which neither this assembly nor one that it references carries. " +
        "Reference the project of that model directly, and build it again.");

    private static string Describe(Mirror mirror) => $"{mirror.Model} (in {mirror.Assembly})";
}
