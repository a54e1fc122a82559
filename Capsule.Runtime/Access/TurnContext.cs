using Capsule.Access;

namespace Capsule;

/// <summary>Who runs a turn, and when: an <see cref="ExposedAttribute"/> method may take one beside its arguments. Good during the turn.</summary>
public sealed class TurnContext
{
    internal TurnContext(ModelTree tree, CapsuleUser user, TurnServices services)
    {
        Services = services;
        Tree = tree;
        User = user;
        Now = tree.Time.GetUtcNow();
    }

    /// <summary>The tree that the turn changes.</summary>
    public ModelTree Tree { get; }

    /// <summary>Who asked.</summary>
    public CapsuleUser User { get; }

    /// <summary>The time of the turn, in UTC: the same however often it is read.</summary>
    public DateTimeOffset Now { get; }

    /// <summary>Chance.</summary>
    public Random Random => field ??= new Random();

    internal TurnServices Services { get; }

    /// <summary>A new id.</summary>
    public ModelId NewId() => ModelId.New(Now);
}
