using Capsule.Changes;
using Capsule.Protocol;

namespace Capsule.Access;

/// <summary>Undo and redo: an earlier turn is taken back under the rules that it met.</summary>
internal sealed partial class Gate
{
    private RawJson TakeBack(Op op)
    {
        Inverse inverse = undo?.Take(op) ?? throw new CapsuleException(ErrorCode.NotFound, "Nothing is kept here that an undo could take back (KeepsUndo, MaxUndoTurns).");
        var back = new TakingBack(tree, _sight, inverse);
        int dirty = tree.Log.Dirty.Count;

        // What was removed can be asked about when it is back.
        List<Asked> later = [.. inverse.Asked.Where(asked => !TryDemand(asked, back))];
        back.ReleaseRadios();
        back.RestorePlaces();
        foreach (Asked asked in later)
        {
            if (!TryDemand(asked, back) && asked.Kind == AskedKind.Call)
            {
                throw new CapsuleException(ErrorCode.NotFound, "The model whose method was called is not there any more.");
            }
        }

        back.RestoreValues();
        back.Added.ForEach(item => tree.Limits.CheckGrowth(tree, item));
        _validation.NoteChanged(tree.Log, dirty, _op);
        return back.Result();
    }

    /// <summary>Asks again what was asked then; false if the model is not there, or not for this user.</summary>
    private bool TryDemand(Asked asked, TakingBack back)
    {
        if (!tree.TryFind(asked.Model, out CapsuleModel? model))
        {
            return false;
        }

        if (!_sight.Sees(model))
        {
            back.Hidden.Add((asked.Model, asked.Kind == AskedKind.Edit ? asked.Member : -1));
            return false;
        }

        Demand(asked, model);
        return true;
    }

    private void Demand(Asked asked, CapsuleModel model)
    {
        switch (asked.Kind)
        {
            case AskedKind.Edit:
                DemandEditable(model, asked.Member);
                break;
            case AskedKind.Call:
                DemandCallable(model, asked.Member);
                break;
            case AskedKind.Add when model.Collection is { } collection:
                AddedItems.DemandItself(_user, collection, model);
                break;
            case AskedKind.Remove when model.Collection is { } collection:
                DemandRemovable(model, collection);
                break;
            case AskedKind.Move when tree.FindCollection(asked.From) is { } from && tree.FindCollection(asked.To) is { } to:
                DemandMovable(model, from, to);
                break;
        }
    }
}
