using System.Numerics;

namespace Capsule.Changes;

/// <summary>The members that the running turn has written to, as computed values name what they depend on.</summary>
internal sealed class TouchedMembers
{
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    /// <summary>What came in during the turn was not tracked until then.</summary>
    private bool _isAnything;

    public TouchedMembers(ChangeLog log)
    {
        if (log.Dirty.Count + log.Structure.Count > 0)
        {
            _names.Add(ComputedSources.Anything);
        }

        foreach (DirtyModel dirty in log.Dirty)
        {
            ModelType type = dirty.Model.ModelType;
            for (ulong rest = dirty.Model.Kept; rest != 0; rest &= rest - 1)
            {
                _names.Add($"{type.Name}.{type.Attributes[BitOperations.TrailingZeroCount(rest)].Name}");
            }
        }

        foreach (StructureEntry step in log.Structure)
        {
            _isAnything |= step.Item.IsUntracked;
            _names.Add(ComputedInfo.AnyPlace);
            Add(step.From);
            Add(step.To);
        }
    }

    public bool Meets(ComputedInfo computed) => _isAnything || computed.Dependencies.Any(_names.Contains);

    /// <summary>Whether a model that was in the tree before has to be computed again. What came in is reached through something that was written to.</summary>
    public bool Meets(ComputedSources sources) => sources.Dependencies.Any(_names.Contains);

    private void Add(ModelCollection? collection)
    {
        if (collection is not null)
        {
            _names.Add($"{collection.Owner.ModelType.Name}.{collection.MemberName}");
        }
    }
}
