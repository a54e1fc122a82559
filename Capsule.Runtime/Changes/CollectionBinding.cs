using System.Collections.Specialized;
using System.ComponentModel;

namespace Capsule.Changes;

/// <summary>Who is bound to one collection.</summary>
internal sealed class CollectionBinding
{
    private static readonly PropertyChangedEventArgs Count = new(nameof(ModelCollection.Count));
    private static readonly PropertyChangedEventArgs Indexer = new("Item[]");

    public event NotifyCollectionChangedEventHandler? CollectionChanged;

    public event PropertyChangedEventHandler? PropertyChanged;

    public bool IsEmpty => CollectionChanged is null && PropertyChanged is null;

    /// <summary>In the order of .NET's ObservableCollection.</summary>
    public void Tell(ModelCollection collection, NotifyCollectionChangedEventArgs change)
    {
        if (change.Action != NotifyCollectionChangedAction.Move)
        {
            PropertyChanged?.Invoke(collection, Count);
        }

        PropertyChanged?.Invoke(collection, Indexer);
        CollectionChanged?.Invoke(collection, change);
    }
}
