namespace Capsule.Generators.Ledger;

/// <summary>The names of the ledger's own members in JSON.</summary>
internal static class LedgerNames
{
    public const string Format = "capsuleSchema";

    public const string Models = "models";

    public const string Members = "members";

    public const string Methods = "methods";

    public const string Past = "past";

    public const string Since = "since";

    public const string Was = "was";

    public const string Removed = "removed";

    public const string Number = "number";

    public const string Access = "access";

    public const string WasNullable = "wasNullable";
}
