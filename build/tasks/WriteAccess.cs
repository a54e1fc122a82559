using System.Text;
using Microsoft.Build.Framework;

namespace Capsule.Build.Tasks;

/// <summary>Writes who may see and do what, as the compiled models say it, or, where the build is to verify, says that the report is stale.</summary>
public sealed class WriteAccess : Microsoft.Build.Utilities.Task
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>The compiled assembly.</summary>
    [Required]
    public string Assembly { get; set; } = "";

    /// <summary>The assemblies it references; their models are in the report too.</summary>
    public ITaskItem[] References { get; set; } = [];

    /// <summary>The full path of the report.</summary>
    [Required]
    public string Report { get; set; } = "";

    /// <summary>Whether nothing is written, and a report that is stale is an error.</summary>
    public bool Verify { get; set; }

    /// <inheritdoc/>
    public override bool Execute()
    {
        try
        {
            Write();
        }
        catch (AccessException exception)
        {
            Log.LogError(null, exception.Code, null, exception.File, 0, 0, 0, 0, "{0}", exception.Message);
        }

        return !Log.HasLoggedErrors;
    }

    private void Write()
    {
        IEnumerable<string> assemblies = References.Select(reference => reference.ItemSpec).Prepend(Assembly);
        string text = AccessText.Compose(Path.GetFileNameWithoutExtension(Assembly), new AccessModels(assemblies.SelectMany(AccessReader.Read)));
        bool isFresh = Guarded(() => File.Exists(Report) && File.ReadAllText(Report).Replace("\r\n", "\n") == text);
        if (Verify && !isFresh)
        {
            throw new AccessException("CAPSB009", Report, $"'{Report}' is not what the models say. Run 'dotnet build -t:CapsuleAccess', look at what changed, and check the file in.");
        }

        if (!isFresh) Guarded(() => WriteFile(text));
        Log.LogMessage(MessageImportance.High, isFresh ? "Capsule found {0} as the models say" : "Capsule wrote {0}", Report);
    }

    private bool WriteFile(string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Report));
        File.WriteAllText(Report, text, Utf8);
        return true;
    }

    private bool Guarded(Func<bool> access)
    {
        try
        {
            return access();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new AccessException("CAPSB008", Report, $"The access report '{Report}' cannot be used: {exception.Message} Make it writable, or set CapsuleAccessReport to another file.");
        }
    }
}
