using Capsule.Protocol;
using Capsule.Snapshots;

namespace Capsule;

public sealed partial class ModelTree
{
    /// <summary>Takes in events that another copy of this tree published, in one turn: all of them, or, if one does not fit, none.</summary>
    /// <exception cref="CapsuleException"><see cref="ErrorCode.NotFound"/>: an event names what is not here. <see cref="ErrorCode.Conflict"/>,
    /// <see cref="ErrorCode.Invalid"/>: it does not fit.</exception>
    public void Apply(IReadOnlyList<ModelEvent> events)
    {
        ArgumentNullException.ThrowIfNull(events);
        Turn(() =>
        {
            foreach (ModelEvent happened in events)
            {
                Apply(happened);
            }
        });
    }

    private void Apply(ModelEvent happened)
    {
        switch (happened)
        {
            case ChangeEvent change:
                MportReader.ReadChange(this, Known<CapsuleModel>(change.Id), change.Data);
                break;
            case AddEvent add:
                ModelCollection target = Known<ModelCollection>(add.Collection);
                target.InsertItem(Math.Clamp(add.At, 0, target.Count), new MportReader(this, MportSource.Replica).ReadNew(add.Data, target.ItemType));
                break;
            case RemoveEvent remove:
                Known<ModelCollection>(remove.Collection).RemoveItem(Known<CapsuleModel>(remove.Id));
                break;
            case MoveEvent move:
                Known<ModelCollection>(move.Collection).MoveItem(Known<CapsuleModel>(move.Id), move.NewPosition);
                break;
            case ChildEvent child:
                throw new CapsuleException(ErrorCode.Invalid, $"'{child.Name}' of {child.Id} cannot be replaced: no child model here can.");
        }
    }

    private TNode Known<TNode>(ModelId id)
        where TNode : CapsuleNode =>
        TryFind(id, out TNode? node) ? node : throw new CapsuleException(ErrorCode.NotFound, $"The tree has no {id}: it does not have the state that the events go on from.");
}
