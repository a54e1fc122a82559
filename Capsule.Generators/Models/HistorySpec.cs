namespace Capsule.Generators.Models;

/// <summary>What the server knows of a model's past from the ledger.</summary>
/// <param name="Since">The first version from which on clients are accepted.</param>
/// <param name="Past">The hashes that it had since then, the oldest first.</param>
/// <param name="OnceNullable">The attributes, by their names on the wire, whose stored null stands for the initial value.</param>
internal sealed record HistorySpec(int Since, EquatableArray<PastHash> Past, EquatableArray<string> OnceNullable)
{
    public static readonly HistorySpec None = new(1, default, default);
}
