using System.Collections.Specialized;
using System.Numerics;

namespace Capsule.Changes;

/// <summary>Tells .NET user interfaces that are bound to the nodes of a tree what a turn did, once it stands and in the order of the turns.</summary>
/// <remarks>A user interface looks at a collection each time it is told of it, and must find what it was told: a collection that one step changed tells that
/// step, one that several steps changed tells that it is another one now.</remarks>
internal sealed class Bindings
{
    private readonly Queue<Action> _waiting = [];
    private bool _telling;

    /// <summary>True once something in the tree is bound: until then no turn does anything here.</summary>
    public bool Exist { get; set; }

    /// <summary>Takes down what the turn did, as long as it can be read.</summary>
    public void Take(ChangeLog log)
    {
        var models = new HashSet<CapsuleModel>();
        var collections = new OrderedDictionary<ModelCollection, NotifyCollectionChangedEventArgs>();
        foreach (StructureEntry step in log.Structure)
        {
            if (step.Item.IsUntracked)
            {
                Subtree.Visit(step.Item, node => TakeNew(node, models, collections));
            }

            TakeStep(step, step.From, collections);
            if (step.To != step.From)
            {
                TakeStep(step, step.To, collections);
            }
        }

        foreach ((ModelCollection collection, NotifyCollectionChangedEventArgs change) in collections)
        {
            _waiting.Enqueue(() => collection.Tell(change));
        }

        foreach (CapsuleModel model in models)
        {
            _waiting.Enqueue(() => model.Tell(null));
        }

        foreach (DirtyModel dirty in log.Dirty)
        {
            if (dirty.Model.IsBound && !models.Contains(dirty.Model))
            {
                TakeAttributes(dirty);
            }
        }
    }

    /// <summary>Takes down that a computed value is another.</summary>
    public void Take(CapsuleModel model, string property) => _waiting.Enqueue(() => model.Tell(property));

    /// <summary>Tells what was taken down. A handler may change models: that is told when all have heard what came before.</summary>
    public void Tell()
    {
        if (_telling)
        {
            return;
        }

        _telling = true;
        try
        {
            while (_waiting.TryDequeue(out Action? tell))
            {
                tell();
            }
        }
        finally
        {
            _telling = false;
        }
    }

    /// <summary>What came in during the turn was not tracked until then: all of it may differ from what its listeners saw.</summary>
    private static void TakeNew(CapsuleNode node, HashSet<CapsuleModel> models, OrderedDictionary<ModelCollection, NotifyCollectionChangedEventArgs> collections)
    {
        switch (node)
        {
            case CapsuleModel { IsBound: true } model:
                models.Add(model);
                break;
            case ModelCollection { IsBound: true } collection:
                collections[collection] = new(NotifyCollectionChangedAction.Reset);
                break;
        }
    }

    private static void TakeStep(
        StructureEntry step, ModelCollection? collection, OrderedDictionary<ModelCollection, NotifyCollectionChangedEventArgs> collections)
    {
        if (collection is { IsBound: true })
        {
            bool isKnown = !collections.ContainsKey(collection) && !collection.Owner.IsUntracked;
            collections[collection] = isKnown ? Change(step, collection) : new(NotifyCollectionChangedAction.Reset);
        }
    }

    private static NotifyCollectionChangedEventArgs Change(StructureEntry step, ModelCollection collection) =>
        step.From == step.To ? new(NotifyCollectionChangedAction.Move, step.Item, step.ToIndex, step.FromIndex)
        : step.To == collection ? new(NotifyCollectionChangedAction.Add, step.Item, step.ToIndex)
        : new(NotifyCollectionChangedAction.Remove, step.Item, step.FromIndex);

    private void TakeAttributes(DirtyModel dirty)
    {
        CapsuleModel model = dirty.Model;
        for (ulong rest = dirty.Differing; rest != 0; rest &= rest - 1)
        {
            string property = model.ModelType.Attributes[BitOperations.TrailingZeroCount(rest)].Property;
            _waiting.Enqueue(() => model.Tell(property));
        }
    }
}
