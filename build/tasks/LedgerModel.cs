namespace Capsule.Build.Tasks;

/// <summary>What the ledger is to have of one model, as an assembly carries it.</summary>
/// <param name="Name">Its name on the wire.</param>
/// <param name="Text">Its member of the ledger's list of models.</param>
/// <param name="Problems">What breaks something and was not accepted, a line each.</param>
internal sealed record LedgerModel(string Name, string Text, string Problems);
