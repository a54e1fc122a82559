using System.ComponentModel;
using System.Numerics;

namespace Capsule;

public abstract partial class CapsuleModel
{
    /// <summary>The setters of a rollback write what was, and nothing else.</summary>
    private bool IsRollingBack => IsUntracked && ChangedImage is not null;

    /// <summary>Called by the setter of a <see cref="RadioAttribute"/> attribute that has become true: it becomes false on the collection's other items.</summary>
    /// <param name="attribute">The attribute's number.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected void BecomeChosen(int attribute)
    {
        if (Collection is { } collection && !IsRollingBack && OwningTree?.LetsRadiosBe(this) != true)
        {
            collection.LetOthersYield(this, attribute);
        }
    }

    /// <summary>Whether a <see cref="RadioAttribute"/> attribute is true.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal virtual bool IsChosen(int attribute) => throw new ArgumentOutOfRangeException(nameof(attribute));

    /// <summary>Makes a <see cref="RadioAttribute"/> attribute false.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal virtual void Yield(int attribute) => throw new ArgumentOutOfRangeException(nameof(attribute));

    /// <summary>As a newcomer in a collection, gives up what another item there has.</summary>
    internal void YieldToPresent(ModelCollection collection)
    {
        for (ulong rest = ModelType.RadioAttributes; rest != 0; rest &= rest - 1)
        {
            int attribute = BitOperations.TrailingZeroCount(rest);
            if (IsChosen(attribute) && collection.Items.Exists(item => item != this && item.IsChosen(attribute)))
            {
                Yield(attribute);
            }
        }
    }
}
