using System.ComponentModel;
using System.Numerics;
using Capsule.Changes;

namespace Capsule;

public abstract partial class CapsuleModel
{
    /// <summary>Sets an attribute that the server computes to what its property gives.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal virtual void ComputeAttribute(int attribute) => throw new ArgumentOutOfRangeException(nameof(attribute));

    /// <summary>Computes the attributes whose bits are set, as changes of the running turn.</summary>
    /// <exception cref="InvalidOperationException">One of the properties throws.</exception>
    internal void Compute(ulong attributes)
    {
        for (ulong rest = attributes; rest != 0; rest &= rest - 1)
        {
            int attribute = BitOperations.TrailingZeroCount(rest);
            try
            {
                ComputeAttribute(attribute);
            }
            catch (Exception exception)
            {
                throw new InvalidOperationException(
                    $"'{ModelType.Attributes[attribute].Property}' of the {ModelType.Name} {Id} could not be computed: {exception.Message} "
                    + "Let its getter give a value for every state that the model can be in.",
                    exception);
            }
        }
    }

    /// <summary>What an export shows is computed from what the models are now: in a turn, and outside of a tree, nobody has done so yet.</summary>
    internal void Freshen(XportOptions options)
    {
        if (options.ServerOnly)
        {
            return;
        }

        if (OwningTree is { } tree)
        {
            tree.Freshen(this, options.Recurse);
        }
        else
        {
            ComputeShown(options.Recurse);
        }
    }

    /// <summary>Computes the model, and what is below it.</summary>
    internal void ComputeShown(bool recurse)
    {
        if (!recurse)
        {
            Compute(ModelType.ComputedAttributes);
            return;
        }

        Subtree.Visit(this, static node =>
        {
            if (node is CapsuleModel model)
            {
                model.ComputeShown(recurse: false);
            }
        });
    }

    /// <summary>Computes all of them, as what they were all along.</summary>
    /// <exception cref="InvalidOperationException">One of the properties throws.</exception>
    internal void ComputeAsBefore()
    {
        ulong kept = _kept;
        _kept = Untracked;
        try
        {
            Compute(ModelType.ComputedAttributes);
        }
        finally
        {
            _kept = kept;
        }
    }
}
