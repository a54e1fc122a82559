namespace Capsule.Generators.Models;

/// <summary>A hash that a model's schema had.</summary>
/// <param name="Until">The last version of the ledger in which it had it.</param>
/// <param name="Hash">16 hexadecimal digits.</param>
internal sealed record PastHash(int Until, string Hash);
