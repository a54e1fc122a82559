using System.ComponentModel;
using Capsule.Internals;

namespace Capsule;

public abstract partial class CapsuleModel
{
    /// <summary>As <see cref="Set"/>, of a <see cref="ReferenceAttribute"/> attribute.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected void SetReference<TModel>(ref TModel? field, TModel? value, int attribute)
        where TModel : CapsuleModel
    {
        if (ReferenceEquals(field, value))
        {
            return;
        }

        ModelTree? tree = OwningTree is { } owning && owning.Registry.Holds(this) ? owning : null;
        var reference = new Reference(this, attribute);
        if (tree is not null && value is not null && !IsRollingBack && !tree.MayBeReferredTo(value))
        {
            throw ReferenceIndex.Elsewhere(reference, value);
        }

        bool isOwnTurn = (_kept & (1UL << attribute)) == 0 && Keep(field, attribute);
        tree?.References.Point(reference, field, value);
        field = value;
        if (isOwnTurn)
        {
            tree!.Commit();
        }
    }

    /// <summary>As <see cref="SetReference"/>, of an <see cref="ImmutableAttribute"/> attribute. It loses a target that is removed all the same.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected void SetReferenceOnce<TModel>(ref TModel? field, TModel? value, int attribute)
        where TModel : CapsuleModel
    {
        if (!ReferenceEquals(field, value) && OwningTree?.IsSettlingReferences != true)
        {
            DemandMutable(attribute, field is null);
        }

        SetReference(ref field, value, attribute);
    }

    /// <summary>Makes a <see cref="ReferenceAttribute"/> attribute refer to another model; false, and nothing happens, if that is of a class that it cannot refer to.</summary>
    internal bool PointAt(int attribute, CapsuleModel? target)
    {
        var exchange = AttributeExchange.With(target, AttributeUse.Put);
        Exchange(attribute, ref exchange);
        return !exchange.Misfits;
    }
}
