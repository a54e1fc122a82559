using System.Text;

namespace Capsule.Build.Tasks;

/// <summary>The ledger that is checked in, and the copy of it that the compiler reads.</summary>
/// <param name="ledger">The file that is checked in.</param>
/// <param name="copy">The compiler's copy.</param>
internal sealed class LedgerFiles(string ledger, string copy)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Before compiling: brings the copy up to date, and touches it only where that changes something, as the compiler has to run then.</summary>
    public void Prepare()
    {
        string text = Read(ledger) ?? "";
        if (Read(copy) != text) Write(copy, text);
    }

    /// <summary>After compiling: writes the ledger, and the copy with the age that it had. What was compiled against the former ledger is the same as what would be
    /// compiled against this one, so nothing has to be compiled again.</summary>
    /// <returns>Whether the ledger was not so already.</returns>
    public bool Update(string text)
    {
        if (Read(ledger) == text) return false;

        Write(ledger, text);
        Guarded(copy, () =>
        {
            DateTime age = File.GetLastWriteTimeUtc(copy);
            File.WriteAllText(copy, text, Utf8);
            File.SetLastWriteTimeUtc(copy, age);
            return true;
        });
        return true;
    }

    /// <summary>Whether the ledger is so already.</summary>
    public bool Holds(string text) => Read(ledger) == text;

    private static string? Read(string path) => Guarded(path, () => File.Exists(path) ? LedgerText.Normalize(File.ReadAllText(path)) : null);

    private static void Write(string path, string text) => Guarded(path, () =>
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path));
        File.WriteAllText(path, text, Utf8);
        return true;
    });

    private static TResult Guarded<TResult>(string path, Func<TResult> access)
    {
        try
        {
            return access();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new LedgerException("CAPSB004", path,
                $"The schema ledger '{path}' cannot be used: {exception.Message} Make it writable, or set CapsuleSchemaLedger to another file (false: no ledger).");
        }
    }
}
