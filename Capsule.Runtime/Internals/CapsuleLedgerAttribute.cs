using System.ComponentModel;

namespace Capsule.Internals;

/// <summary>Carries what the schema ledger is to have of one model inside the compiled assembly. The generator writes it; the build reads it from the
/// assembly's metadata and writes the file.</summary>
/// <param name="model">The name of the model on the wire.</param>
/// <param name="text">Its member of the ledger's list of models, in JSON.</param>
/// <param name="problems">What breaks stored data or deployed clients and was not accepted, a line each; empty if there is nothing.</param>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class CapsuleLedgerAttribute(string model, string text, string problems) : Attribute
{
    /// <summary>The name of the model on the wire.</summary>
    public string Model { get; } = model;

    /// <summary>Its member of the ledger's list of models, in JSON.</summary>
    public string Text { get; } = text;

    /// <summary>What breaks something and was not accepted, a line each.</summary>
    public string Problems { get; } = problems;
}
