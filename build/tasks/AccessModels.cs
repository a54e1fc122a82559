namespace Capsule.Build.Tasks;

/// <summary>The models of an application: which derive from which, which can stand below which, and whose rules decide about which.</summary>
internal sealed class AccessModels
{
    private const string Collection = "Capsule.ModelCollection";
    private const string CanEdit = "CanEdit";

    private readonly Dictionary<string, AccessType> _types = new(StringComparer.Ordinal);
    private readonly AccessPlace[] _places;

    public AccessModels(IEnumerable<AccessType> types)
    {
        foreach (AccessType type in types.Where(type => !_types.ContainsKey(type.FullName))) _types.Add(type.FullName, type);

        All = [.. _types.Values.Where(type => type.IsModel).OrderBy(type => type.FullName, StringComparer.Ordinal)];
        _places = [.. All.SelectMany(PlacesOf)];
    }

    /// <summary>In ordinal order of their full names.</summary>
    public IReadOnlyList<AccessType> All { get; }

    /// <summary>What a model declares and inherits, by kind and then by name: the order of declaration is lost where a class stands in several files.</summary>
    public IEnumerable<AccessMember> Members(AccessType model) =>
        Lineage(model).SelectMany(type => type.Members).OrderBy(member => member.Kind).ThenBy(member => member.Name, StringComparer.Ordinal);

    /// <summary>Where a model can stand; an abstract one where those can that derive from it.</summary>
    public IEnumerable<AccessPlace> Places(AccessType model)
    {
        HashSet<string> names = [.. (model.IsAbstract ? WithDerived(model) : [model]).SelectMany(Lineage).Select(type => type.FullName)];
        return _places.Where(place => names.Contains(place.Item));
    }

    /// <summary>The rule that a class has of its own or inherits from another class; null where the runtime's holds, which asks on.</summary>
    public AccessRule? Rule(AccessType type, string method) =>
        Lineage(type).Select(one => one.Rules.TryGetValue(method, out AccessRule? rule) ? rule : null).FirstOrDefault(rule => rule is not null);

    /// <summary>Whose <c>CanEdit</c> decides about a model: its own, or those of what it can stand below.</summary>
    public IReadOnlyList<AccessRule> Editing(AccessType model) => [.. Editing(model, [])];

    /// <summary>Which rules decide who adds to, or moves in, a collection of a model.</summary>
    public IReadOnlyList<AccessRule> Changing(AccessType model, AccessMember collection, string method) =>
        (OfCollection(collection, method) ?? Rule(model, method)) is { } rule ? [rule] : Editing(model);

    /// <summary>Which rules decide who removes from a collection of a model.</summary>
    public IReadOnlyList<AccessRule> Removing(AccessType model, AccessMember collection)
    {
        if (OfCollection(collection, "CanRemove") is { } rule) return [rule];

        IEnumerable<AccessType> items = ItemOf(collection) is { } item && _types.TryGetValue(item, out AccessType? type) ? WithDerived(type).Where(one => !one.IsAbstract) : [];
        return [.. items.SelectMany(one => (Rule(one, "CanRemove") ?? Rule(one, CanEdit)) is { } own ? [own] : Editing(model)).Distinct()];
    }

    private IEnumerable<AccessRule> Editing(AccessType model, HashSet<string> asked)
    {
        if (!asked.Add(model.FullName)) return [];

        return Rule(model, CanEdit) is { } own ? [own] : Places(model).SelectMany(place => WithDerived(place.Owner)).SelectMany(owner => Editing(owner, asked)).Distinct();
    }

    private AccessRule? OfCollection(AccessMember collection, string method) =>
        _types.TryGetValue(collection.Type.FullName, out AccessType? type) ? Rule(type, method) : null;

    private IEnumerable<AccessPlace> PlacesOf(AccessType owner)
    {
        foreach (AccessMember member in owner.Members)
        {
            string? item = member.Kind switch
            {
                AccessKind.Child => member.Type.FullName,
                AccessKind.Collection => ItemOf(member),
                _ => null,
            };
            if (item is not null) yield return new(owner, member, item);
        }
    }

    /// <summary>What a collection holds; its class may derive from the runtime's.</summary>
    private string? ItemOf(AccessMember collection)
    {
        TypeName? type = collection.Type;
        while (type is not null && type.FullName != Collection) type = _types.TryGetValue(type.FullName, out AccessType? known) ? known.Base : null;
        return type is { Arguments.Count: 1 } ? type.Arguments[0].FullName : null;
    }

    private IEnumerable<AccessType> Lineage(AccessType type)
    {
        AccessType? next = type;
        while (next is not null)
        {
            yield return next;
            _types.TryGetValue(next.Base.FullName, out next);
        }
    }

    private IEnumerable<AccessType> WithDerived(AccessType type) => All.Where(one => Lineage(one).Contains(type));
}
