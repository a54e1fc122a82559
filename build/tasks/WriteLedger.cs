using Microsoft.Build.Framework;

namespace Capsule.Build.Tasks;

/// <summary>Writes the schema ledger that a compiled assembly carries, or, where the build is to verify, says that it is stale.</summary>
public sealed class WriteLedger : Microsoft.Build.Utilities.Task
{
    /// <summary>The compiled assembly.</summary>
    [Required]
    public string Assembly { get; set; } = "";

    /// <summary>The full path of the ledger.</summary>
    [Required]
    public string Ledger { get; set; } = "";

    /// <summary>The full path of the compiler's copy.</summary>
    [Required]
    public string Copy { get; set; } = "";

    /// <summary>Whether nothing is written, and a ledger that is stale is an error.</summary>
    public bool Verify { get; set; }

    /// <summary>The file that is written when all is done, unless the build only verifies.</summary>
    [Required]
    public string Stamp { get; set; } = "";

    /// <inheritdoc/>
    public override bool Execute()
    {
        try
        {
            Write();
        }
        catch (LedgerException exception)
        {
            Log.LogError(null, exception.Code, null, exception.File, 0, 0, 0, 0, "{0}", exception.Message);
        }

        return !Log.HasLoggedErrors;
    }

    private void Write()
    {
        IReadOnlyList<LedgerModel> models = LedgerModels.Read(Assembly);
        if (models.Count > 0) Write(models);
        if (!Verify) File.WriteAllText(Stamp, "");
    }

    private void Write(IReadOnlyList<LedgerModel> models)
    {
        if (models.FirstOrDefault(model => model.Problems.Length > 0) is { } broken)
        {
            throw new LedgerException("CAPSB005", Ledger,
                $"The schema breaks what is stored or deployed, and nobody has accepted that: {broken.Problems.Split('\n')[0]}. " +
                "Do what the warning or error CAP0050 to CAP0058 says, or build once with -p:CapsuleAcceptSchema=true.");
        }

        LedgerFiles files = new(Ledger, Copy);
        string text = LedgerText.Compose(models);
        if (!Verify)
        {
            if (files.Update(text)) Log.LogMessage(MessageImportance.High, "Capsule wrote {0}", Ledger);
        }
        else if (!files.Holds(text))
        {
            throw new LedgerException("CAPSB006", Ledger, $"'{Ledger}' is not what the models are. Build without CapsuleVerify, and check the file in.");
        }
    }
}
