using Capsule.Protocol;
using Capsule.Snapshots;

namespace Capsule;

public sealed partial class ModelTree
{
    /// <summary>True while events of another copy are taken in, where what they say was allowed.</summary>
    internal bool IsApplying { get; private set; }

    /// <summary>Takes in events that another copy of this tree published, in one turn: all of them, or, if one does not fit, none.</summary>
    /// <exception cref="CapsuleException"><see cref="ErrorCode.NotFound"/>: an event names what is not here. <see cref="ErrorCode.Conflict"/>,
    /// <see cref="ErrorCode.Invalid"/>: it does not fit.</exception>
    public void Apply(IReadOnlyList<ModelEvent> events)
    {
        ArgumentNullException.ThrowIfNull(events);
        Turn(() =>
        {
            IsApplying = true;
            _takesValues = true;
            try
            {
                var references = new NamedReferences();
                var reader = new MportReader(this, MportSource.Replica, references);
                foreach (ModelEvent happened in events)
                {
                    Apply(happened, reader);
                }

                references.Resolve(this);
            }
            finally
            {
                IsApplying = false;
            }
        });
    }

    private void Apply(ModelEvent happened, MportReader reader)
    {
        switch (happened)
        {
            case ChangeEvent change:
                reader.ReadChange(Known<CapsuleModel>(change.Id), change.Data);
                break;
            case AddEvent add:
                ModelCollection target = Known<ModelCollection>(add.Collection);
                target.InsertItem(Within(target, add.At, target.Count), reader.ReadNew(add.Data, target.ItemType));
                break;
            case RemoveEvent remove:
                ModelCollection source = Known<ModelCollection>(remove.Collection);
                source.RemoveItem(ItemOf(source, remove.Id));
                break;
            case MoveEvent move:
                Apply(move);
                break;
            case ChildEvent child:
                Apply(child, reader);
                break;
            case BroadcastEvent broadcast:
                _ = Known<CapsuleModel>(broadcast.Id);
                break;
        }
    }

    private void Apply(ChildEvent replaced, MportReader reader)
    {
        CapsuleModel parent = Known<CapsuleModel>(replaced.Id);
        int number = parent.ModelType.IndexOfChild(replaced.Name);
        if (number < 0 || parent.SlotAt(number) is not { } slot || (replaced.Data.IsNull && !slot.Place.IsNullable))
        {
            throw new CapsuleException(ErrorCode.Invalid, $"'{replaced.Name}' of the {parent.ModelType.Name} {parent.Id} cannot be replaced so.");
        }

        slot.Clear();
        if (!replaced.Data.IsNull)
        {
            slot.InsertItem(0, reader.ReadNew(replaced.Data, slot.ItemType));
        }
    }

    private void Apply(MoveEvent move)
    {
        ModelCollection to = Known<ModelCollection>(move.Collection);
        ModelCollection from = move.From is { } former ? Known<ModelCollection>(former) : to;
        CapsuleModel item = ItemOf(from, move.Id);
        if (!to.ItemType.Takes(item.ModelType) || to.Owner.IsWithin(item))
        {
            throw new CapsuleException(ErrorCode.Invalid, $"The {item.ModelType.Name} {item.Id} cannot be in '{to.Name}' of {to.Owner.Id}.");
        }

        to.MoveItem(item, Within(to, move.NewPosition, from == to ? to.Count - 1 : to.Count));
    }

    private static int Within(ModelCollection collection, int position, int last) => position >= 0 && position <= last
        ? position
        : throw new CapsuleException(ErrorCode.Invalid, $"'{collection.Name}' has no position {position}: the last is {last}.");

    private CapsuleModel ItemOf(ModelCollection collection, ModelId id)
    {
        CapsuleModel item = Known<CapsuleModel>(id);
        return item.Collection == collection
            ? item
            : throw new CapsuleException(ErrorCode.Invalid, $"The {item.ModelType.Name} {id} is not in '{collection.Name}' of {collection.Owner.Id}.");
    }

    private TNode Known<TNode>(ModelId id)
        where TNode : CapsuleNode =>
        TryFind(id, out TNode? node) ? node : throw new CapsuleException(ErrorCode.NotFound, $"The tree has no {id}: it does not have the state that the events go on from.");
}
