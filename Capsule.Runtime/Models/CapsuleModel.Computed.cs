using System.Collections.Immutable;
using System.ComponentModel;
using Capsule.Changes;

namespace Capsule;

public abstract partial class CapsuleModel
{
    /// <summary>The computed values of the class.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected internal virtual ImmutableArray<ComputedInfo> ComputedValues => [];

    /// <summary>Listens to a computed value; null if there is none of this name.</summary>
    private IDisposable? OnComputed(string property, Action<AttributeChanged> handler) =>
        ComputedValues.FirstOrDefault(one => one.Property == property) is { } computed ? Watch().Add(computed, handler) : null;

    /// <summary>From now on its tree computes what is listened to again, whenever a turn changes what it is computed from.</summary>
    private ComputedHandlers Watch()
    {
        TrackingTree.Watch(this);
        return Handlers.Computed ??= new ComputedHandlers(this);
    }

    private void BindComputed()
    {
        if (!ComputedValues.IsEmpty)
        {
            Watch().Bind();
        }
    }
}
