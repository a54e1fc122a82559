namespace Capsule.Access.Seeing;

/// <summary>What users who meet the same requirements can see at all of the models of a tree. Rules may leave less of it. Immutable; safe to share.</summary>
internal sealed class View
{
    private readonly Dictionary<ModelType, ModelView> _models;

    public View(string key, IEnumerable<ModelType> types, Func<Requirement, bool> meets)
    {
        Key = key;
        _models = types.ToDictionary(static type => type, type => Of(type, meets));
        HidesPlaces = _models.Any(static one => one.Value.Collections != All(one.Key.Collections.Length) || one.Value.Children != All(one.Key.Children.Length));
    }

    /// <summary>Which of the requirements are met, as text.</summary>
    public string Key { get; }

    /// <summary>Whether some collection or child is not there for these users.</summary>
    public bool HidesPlaces { get; }

    public ModelView Of(ModelType type) => _models[type];

    private static ModelView Of(ModelType type, Func<Requirement, bool> meets)
    {
        ulong attributes = type.PublicAttributes & Bits(type.Attributes.Select(static one => one.VisibleTo), meets);
        return new(attributes, Bits(type.Collections.Select(static one => one.VisibleTo), meets), Bits(type.Children.Select(static one => one.VisibleTo), meets));
    }

    private static ulong Bits(IEnumerable<Requirement?> members, Func<Requirement, bool> meets)
    {
        ulong bits = 0;
        int number = 0;
        foreach (Requirement? requirement in members)
        {
            bits |= requirement is null || meets(requirement) ? 1UL << number : 0;
            number++;
        }

        return bits;
    }

    private static ulong All(int count) => count == 64 ? ulong.MaxValue : (1UL << count) - 1;
}
