namespace Capsule.Generators.Ledger;

/// <summary>Compares what a method takes and returns with what deployed clients give and expect.</summary>
internal static class MethodComparison
{
    public static IEnumerable<LedgerChange> Compare(LedgerMember before, LedgerMember now)
    {
        if (!before.IsPublic)
        {
            return [];
        }

        if (!now.IsPublic)
        {
            return [new(ChangeKind.Narrowed, now, before, "is no longer [Exposed], and deployed clients call it: let rules say who may")];
        }

        return before.Type == now.Type ? []
            : LedgerTypeReader.ReadSignature(before.Type) is { } former && LedgerTypeReader.ReadSignature(now.Type) is { } signature ? Compare(before, now, former, signature)
            : [new(ChangeKind.Retyped, now, before, before.Type)];
    }

    private static IEnumerable<LedgerChange> Compare(LedgerMember before, LedgerMember now, LedgerSignature former, LedgerSignature signature)
    {
        if (signature.Arguments.Count < former.Arguments.Count)
        {
            yield return new(ChangeKind.Narrowed, now, before, $"took {former.Arguments.Count} arguments, and deployed clients give them: keep them, or add another method");
            yield break;
        }

        for (int index = 0; index < signature.Arguments.Count; index++)
        {
            LedgerArgument? known = index < former.Arguments.Count ? former.Arguments[index] : null;
            yield return CompareArgument(before, now, known, signature.Arguments[index]) with { Argument = index };
        }

        yield return CompareResults(before, now, former.Result, signature.Result);
    }

    private static LedgerChange CompareArgument(LedgerMember before, LedgerMember now, LedgerArgument? known, LedgerArgument argument) =>
        known is null or { IsOptional: true } && !argument.IsOptional
            ? new(ChangeKind.Narrowed, now, before, "needs an argument that deployed clients do not give: give it a default value")
            : known is null ? new(ChangeKind.Harmless, now, before)
            : TypeComparison.Compare(known.Type, argument.Type) switch
            {
                TypeChange.None or TypeChange.Wider => new(ChangeKind.Harmless, now, before),
                TypeChange.Other => new(ChangeKind.Retyped, now, before, known.Type.ToString()),
                _ => new(ChangeKind.Narrowed, now, before, $"took '{known.Type}', and deployed clients may give what '{argument.Type}' is not: let it take all that it took"),
            };

    /// <summary>A result is read by the client: all that may come now must be what it knows.</summary>
    private static LedgerChange CompareResults(LedgerMember before, LedgerMember now, LedgerType former, LedgerType result) =>
        TypeComparison.Compare(result, former) is TypeChange.None or TypeChange.Wider ? new(ChangeKind.Harmless, now, before)
        : former.Name == LedgerSignature.NoResult || TypeComparison.Compare(former, result) == TypeChange.Wider ? new(ChangeKind.Reload, now, before)
        : new(ChangeKind.Retyped, now, before, before.Type);
}
