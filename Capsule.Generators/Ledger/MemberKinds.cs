namespace Capsule.Generators.Ledger;

/// <summary>The kinds of members, by the words that the ledger has for them.</summary>
internal static class MemberKinds
{
    public const string Attribute = "attribute";

    public const string Collection = "collection";

    public const string Child = "child";

    public const string Method = "method";

    public static readonly IReadOnlyList<string> All = [Attribute, Collection, Child, Method];
}
