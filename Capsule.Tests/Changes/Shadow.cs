using System.Collections.Specialized;
using Capsule.Tests.Models;

namespace Capsule.Tests.Changes;

/// <summary>A list that follows a collection as a bound user interface does: by what it is told, and by reading it anew when it is told to.</summary>
internal sealed class Shadow
{
    private readonly ModelCollection<Sheet> _collection;

    public Shadow(ModelCollection<Sheet> collection)
    {
        _collection = collection;
        Items = [.. collection];
        ((INotifyCollectionChanged)collection).CollectionChanged += (_, change) => Follow(change);
    }

    public List<Sheet> Items { get; private set; }

    private void Follow(NotifyCollectionChangedEventArgs change)
    {
        switch (change.Action)
        {
            case NotifyCollectionChangedAction.Add:
                Items.Insert(change.NewStartingIndex, (Sheet)change.NewItems![0]!);
                break;
            case NotifyCollectionChangedAction.Remove:
                Assert.That(Items[change.OldStartingIndex], Is.SameAs(change.OldItems![0]));
                Items.RemoveAt(change.OldStartingIndex);
                break;
            case NotifyCollectionChangedAction.Move:
                Assert.That(Items[change.OldStartingIndex], Is.SameAs(change.OldItems![0]));
                Items.RemoveAt(change.OldStartingIndex);
                Items.Insert(change.NewStartingIndex, (Sheet)change.NewItems![0]!);
                break;
            case NotifyCollectionChangedAction.Reset:
                Items = [.. _collection];
                break;
            default:
                Assert.Fail($"A collection has no {change.Action}.");
                break;
        }

        Assert.That(Items, Is.EqualTo(_collection), "what is told is what is there");
    }
}
