namespace Capsule.Generators.Ledger;

/// <summary>Who may do what with a member, by the words that the ledger has for it.</summary>
internal static class MemberAccess
{
    public const string Editable = "editable";

    public const string Immutable = "immutable";

    public const string Radio = "radio";

    /// <summary>Clients do not know of it.</summary>
    public const string Server = "server";
}
