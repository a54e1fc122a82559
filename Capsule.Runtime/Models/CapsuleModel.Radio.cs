using System.Numerics;

namespace Capsule;

public abstract partial class CapsuleModel
{
    /// <summary>The setters of a rollback write what was, and nothing else.</summary>
    private bool IsRollingBack => IsUntracked && _before != Changes.KeptValues.None;

    /// <summary>A <see cref="RadioAttribute"/> attribute has become true: it becomes false on the collection's other items.</summary>
    private void BecomeChosen(int attribute)
    {
        if (Collection is { } collection && !IsRollingBack && OwningTree?.LetsRadiosBe(this) != true)
        {
            collection.LetOthersYield(this, attribute);
        }
    }

    /// <summary>Whether a <see cref="RadioAttribute"/> attribute is true.</summary>
    internal bool IsChosen(int attribute) => ValueOf(attribute) is true;

    /// <summary>Makes a <see cref="RadioAttribute"/> attribute false.</summary>
    internal void Yield(int attribute) => Put(attribute, false);

    /// <summary>Whether the attribute with this number is the very one that another class has: their own, or inherited from the same.</summary>
    internal bool Shares(ModelType other, int attribute) =>
        attribute < ModelType.Attributes.Length && ReferenceEquals(ModelType.Attributes[attribute], other.Attributes[attribute]);

    /// <summary>As a newcomer in a collection, gives up what another item there has.</summary>
    internal void YieldToPresent(ModelCollection collection)
    {
        for (ulong rest = ModelType.RadioAttributes; rest != 0; rest &= rest - 1)
        {
            int attribute = BitOperations.TrailingZeroCount(rest);
            if (IsChosen(attribute) && collection.Items.Exists(item => item != this && item.Shares(ModelType, attribute) && item.IsChosen(attribute)))
            {
                Yield(attribute);
            }
        }
    }
}
