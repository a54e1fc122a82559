namespace Capsule.Generators.Ledger;

/// <summary>Who may do what with a member, by the words that the ledger has for it.</summary>
internal static class MemberAccess
{
    public const string Editable = "editable";

    public const string Immutable = "immutable";

    public const string Radio = "radio";

    /// <summary>The server computes it, and it is not stored; to clients it is like what server code sets.</summary>
    public const string Computed = "computed";

    /// <summary>It is sent and not stored; to clients it is like what is stored.</summary>
    public const string Transient = "transient";

    /// <summary>Clients do not know of it.</summary>
    public const string Server = "server";
}
