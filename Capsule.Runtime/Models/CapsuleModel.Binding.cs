using System.ComponentModel;

namespace Capsule;

/// <remarks>
/// <see cref="INotifyPropertyChanged"/> is for .NET user interfaces that bind to models; code listens to <see cref="CapsuleModel.Changed"/>. It is raised
/// when a turn stands, on the thread of the tree, once for each attribute and computed value that differs from before the turn, whoever changed it; a turn that is
/// undone, or silent, raises nothing. A model that was removed from its tree tells nothing; one that came into a tree in the turn tells that all of it
/// may be new: the name is null.
/// </remarks>
public abstract partial class CapsuleModel : INotifyPropertyChanged
{
    /// <inheritdoc/>
    event PropertyChangedEventHandler? INotifyPropertyChanged.PropertyChanged
    {
        add
        {
            Handlers.Bound += value;
            TrackingTree.Bindings.Exist = true;
            BindComputed();
        }

        remove
        {
            if (_handlers is not null)
            {
                _handlers.Bound -= value;
            }
        }
    }

    internal override bool IsBound => _handlers?.Bound is not null;

    internal void Tell(string? property) => _handlers?.Bound?.Invoke(this, new PropertyChangedEventArgs(property));
}
