using System.Collections.Concurrent;

namespace Capsule.Access.Seeing;

/// <summary>What is said of who sees what in the trees of a root: one for each class of root. Thread-safe.</summary>
internal sealed class Views
{
    private readonly ConcurrentDictionary<string, View> _views = new(StringComparer.Ordinal);
    private readonly ModelType[] _types;
    private readonly Requirement[] _requirements;

    public Views(ModelType root)
    {
        _types = [.. root.Reachable()];
        _requirements =
        [
            .. _types.SelectMany(static type => type.Attributes.Select(static one => one.VisibleTo)
                .Concat(type.Collections.Select(static one => one.VisibleTo))
                .Concat(type.Children.Select(static one => one.VisibleTo))).OfType<Requirement>().Distinct(),
        ];
        HasRules = _types.Any(type => type != root && type.HasSeeingRules)
            || root.RuledAttributes != 0
            || root.HasRuledPlaces
            || (root.HasSeeingRules && _types.Any(type => Holds(type, root)));
    }

    /// <summary>Whether rules are asked of each model for each user.</summary>
    public bool HasRules { get; }

    /// <summary>Whether everybody who joins sees the same.</summary>
    public bool IsOpen => !HasRules && _requirements.Length == 0;

    /// <summary>What a user can see at all.</summary>
    public View For(CapsuleUser user)
    {
        string key = string.Concat(_requirements.Select(one => one.IsMetBy(user) ? '1' : '0'));
        return _views.GetOrAdd(key, key => new View(key, _types, one => key[Array.IndexOf(_requirements, one)] == '1'));
    }

    private static bool Holds(ModelType type, ModelType item) =>
        type.Collections.Any(one => one.ItemType.Takes(item)) || type.Children.Any(one => one.Type.Takes(item));
}
