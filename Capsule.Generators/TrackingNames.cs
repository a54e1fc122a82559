namespace Capsule.Generators;

/// <summary>Names of the pipeline's steps, by which tests see what was computed again.</summary>
internal static class TrackingNames
{
    public const string Parsed = nameof(Parsed);

    public const string Models = nameof(Models);

    public const string Families = nameof(Families);

    public const string Resolved = nameof(Resolved);

    public const string AmbiguousNames = nameof(AmbiguousNames);

    public const string Ledger = nameof(Ledger);

    public const string Joined = nameof(Joined);

    public const string Histories = nameof(Histories);

    public const string LedgerEntries = nameof(LedgerEntries);

    public const string Files = nameof(Files);

    public static readonly IReadOnlyList<string> All = [Parsed, Models, Families, Resolved, AmbiguousNames, Ledger, Joined, Histories, LedgerEntries, Files];
}
