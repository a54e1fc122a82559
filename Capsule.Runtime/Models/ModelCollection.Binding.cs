using System.Collections.Specialized;
using System.ComponentModel;
using Capsule.Changes;

namespace Capsule;

/// <remarks>
/// <see cref="INotifyCollectionChanged"/> is for .NET user interfaces that bind to collections; code listens to <see cref="ModelCollection.Changed"/>. It is
/// raised when a turn stands, on the thread of the tree: the step that the turn took in this collection, or
/// <see cref="NotifyCollectionChangedAction.Reset"/> where it took several, because a user interface must find what it is told.
/// </remarks>
public abstract partial class ModelCollection : INotifyCollectionChanged, INotifyPropertyChanged
{
    private CollectionBinding? _binding;

    /// <inheritdoc/>
    event NotifyCollectionChangedEventHandler? INotifyCollectionChanged.CollectionChanged
    {
        add => Binding.CollectionChanged += value;
        remove => Binding.CollectionChanged -= value;
    }

    /// <summary>Raised for <see cref="Count"/> and the indexer, before the collection's own event.</summary>
    event PropertyChangedEventHandler? INotifyPropertyChanged.PropertyChanged
    {
        add => Binding.PropertyChanged += value;
        remove => Binding.PropertyChanged -= value;
    }

    internal override bool IsBound => _binding is { IsEmpty: false };

    private CollectionBinding Binding
    {
        get
        {
            Owner.TrackingTree.Bindings.Exist = true;
            return _binding ??= new CollectionBinding();
        }
    }

    internal virtual void Tell(NotifyCollectionChangedEventArgs change) => _binding?.Tell(this, change);
}
