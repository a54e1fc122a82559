using Capsule.Generators.Models;

namespace Capsule.Generators.Ledger;

/// <summary>What a method takes and returns, spelled <c>(string, int32 optional): void</c>.</summary>
/// <param name="Arguments">In order.</param>
/// <param name="Result">Called <c>void</c> where there is none.</param>
internal sealed record LedgerSignature(EquatableArray<LedgerArgument> Arguments, LedgerType Result)
{
    public const string NoResult = "void";

    public override string ToString() => $"({string.Join(", ", Arguments)}): {Result}";
}

/// <summary>One argument.</summary>
internal sealed record LedgerArgument(LedgerType Type, bool IsOptional)
{
    public override string ToString() => IsOptional ? $"{Type} {LedgerTypeReader.Optional}" : Type.ToString();
}
