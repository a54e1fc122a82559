namespace Capsule;

/// <summary>Which members of the models of a tree are not stored, and travel in frames of their own: the same for all trees of a root. Immutable; safe to share.</summary>
internal sealed class TransientMembers
{
    private readonly Dictionary<ModelType, ulong> _attributes = [];
    private readonly HashSet<ModelType> _holders = [];

    public TransientMembers(ModelType root)
    {
        IReadOnlyList<ModelType> types = root.Reachable();
        var names = new HashSet<string>(types.SelectMany(static type => Names(type)), StringComparer.Ordinal);
        Any = names.Count > 0;
        foreach (ModelType type in types)
        {
            _attributes.Add(type, type.TransientAttributes | ComputedFrom(type, names));
        }

        _holders.UnionWith(types.Where(type => type.Reachable().Any(below => _attributes[below] != 0 || below.Collections.Any(static one => one.IsTransient))));
    }

    /// <summary>Whether there are any.</summary>
    public bool Any { get; }

    /// <summary>The attributes of a class that are not stored although its models are: those that say so, and what the server computes from them.</summary>
    public ulong Of(ModelType type) => _attributes[type];

    /// <summary>Whether a model of the class, or something below it, can have such members.</summary>
    public bool AreAtOrBelow(ModelType type) => _holders.Contains(type);

    /// <summary>As computed values name what they are computed from: a member may be read by way of a base.</summary>
    private static IEnumerable<string> Names(ModelType type)
    {
        for (ModelType? named = type; named is not null; named = named.BaseType)
        {
            foreach (CollectionInfo collection in type.Collections.Where(static one => one.IsTransient))
            {
                yield return $"{named.Name}.{collection.Name}";
            }

            foreach (AttributeInfo attribute in type.Attributes.Where(static one => one.Access.HasFlag(AttributeAccess.Transient)))
            {
                yield return $"{named.Name}.{attribute.Name}";
            }
        }
    }

    private static ulong ComputedFrom(ModelType type, HashSet<string> names)
    {
        ulong computed = 0;
        for (int index = 0; index < type.Attributes.Length; index++)
        {
            computed |= type.Attributes[index].Sources?.Dependencies.Any(names.Contains) == true ? 1UL << index : 0;
        }

        return computed;
    }
}
