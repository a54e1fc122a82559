namespace Capsule.AspNetCore;

/// <summary>How the trees of a class of root come to be.</summary>
/// <typeparam name="TRoot">The class of the root.</typeparam>
public sealed class RootOptions<TRoot>
    where TRoot : CapsuleModel
{
    /// <summary>Whether joining a tree that does not exist makes it. Default false.</summary>
    public bool CreateOnJoin { get; set; }

    /// <summary>Fills a new tree: gets the root and the key.</summary>
    public Action<TRoot, string>? Seed { get; set; }

    /// <summary>Whether this user may make the tree with this key by joining it. Unless set, who may read the new tree may make it.</summary>
    public Func<CapsuleUser, string, bool>? CanCreate { get; set; }

    /// <summary>Chooses the key for a user; clients then name none. Null: clients name it.</summary>
    public Func<CapsuleUser, string>? Key { get; set; }

    /// <summary>Whether clients can take back what they did (<c>session.undo()</c>). What that needs is kept in memory. Default true.</summary>
    public bool KeepsUndo { get; set; } = true;

    /// <summary>Sees every refusal. Must return at once. <see cref="Refusal.EndSession"/> shows out who asked.</summary>
    public Action<Refusal>? OnRefused { get; set; }

    internal RootDefinition ToDefinition(ModelType type)
    {
        Action<TRoot, string>? seed = Seed;
        return new RootDefinition(type)
        {
            CreateOnJoin = CreateOnJoin,
            Seed = seed is null ? null : (root, key) => seed((TRoot)root, key),
            CanCreate = CanCreate,
            Key = Key,
            KeepsUndo = KeepsUndo,
            OnRefused = OnRefused,
        };
    }
}
