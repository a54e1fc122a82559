using Microsoft.Build.Framework;

namespace Capsule.Build.Tasks;

/// <summary>Gives the compiler its copy of the schema ledger.</summary>
public sealed class PrepareLedger : Microsoft.Build.Utilities.Task
{
    /// <summary>The full path of the ledger; it need not be there.</summary>
    [Required]
    public string Ledger { get; set; } = "";

    /// <summary>The full path of the copy.</summary>
    [Required]
    public string Copy { get; set; } = "";

    /// <inheritdoc/>
    public override bool Execute()
    {
        try
        {
            new LedgerFiles(Ledger, Copy).Prepare();
        }
        catch (LedgerException exception)
        {
            Log.LogError(null, exception.Code, null, exception.File, 0, 0, 0, 0, "{0}", exception.Message);
        }

        return !Log.HasLoggedErrors;
    }
}
