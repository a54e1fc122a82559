using System.Globalization;

namespace Capsule;

/// <summary>A class of root that a host serves, and how its trees come to be. Immutable once the host runs.</summary>
/// <param name="type">The class.</param>
public sealed class RootDefinition(ModelType type)
{
    private readonly Lazy<IReadOnlySet<ulong>> _compatible = new(type.CompatibleSchemas);
    private readonly Lazy<string> _schema = new(type.SchemaHash);

    /// <summary>The class.</summary>
    public ModelType Type { get; } = type;

    /// <summary>The authorization policies that the class and those below it name, each once: whether they hold for a user is found out when the user joins.</summary>
    public IReadOnlyCollection<string> Policies { get; } = [.. type.Reachable().SelectMany(static one => one.Policies).Distinct(StringComparer.Ordinal)];

    /// <summary>Whether joining a tree that does not exist makes it. Default false.</summary>
    public bool CreateOnJoin { get; init; }

    /// <summary>Fills a new tree: gets the root and the key. Runs in a turn.</summary>
    public Action<CapsuleModel, string>? Seed { get; init; }

    /// <summary>Whether this user may make the tree with this key by joining it. Unless set, who may read the new tree may make it.</summary>
    public Func<CapsuleUser, string, bool>? CanCreate { get; init; }

    /// <summary>Chooses the key for a user, where clients name none. Null: clients name it.</summary>
    public Func<CapsuleUser, string>? Key { get; init; }

    /// <summary>Whether clients can take back what they did. Default true.</summary>
    public bool KeepsUndo { get; init; } = true;

    /// <summary>Sees every refusal. Called in the tree's turn: must return at once.</summary>
    public Action<Refusal>? OnRefused { get; init; }

    /// <summary>The hash of the schema.</summary>
    internal string Schema => _schema.Value;

    /// <summary>Whether clients with this hash of the schema can be served.</summary>
    internal bool Accepts(string schema) =>
        schema == Schema
        || (schema.Length == 16 && ulong.TryParse(schema, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ulong hash) && _compatible.Value.Contains(hash));
}
