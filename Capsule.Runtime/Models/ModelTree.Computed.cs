using Capsule.Changes;

namespace Capsule;

public sealed partial class ModelTree
{
    /// <summary>The models of whose computed values somebody wants to hear; null until somebody does.</summary>
    private HashSet<CapsuleModel>? _watched;

    internal void Watch(CapsuleModel model) => (_watched ??= []).Add(model);

    private bool RaiseComputed()
    {
        bool raised = false;
        if (_watched is not null)
        {
            var touched = new TouchedMembers(Log);
            foreach (CapsuleModel model in Watched())
            {
                raised |= model.HandlersOrNone!.Computed!.Raise(touched);
            }
        }

        return raised;
    }

    /// <summary>The turn stands: its values are what later ones are compared with. Takes down what bound user interfaces are told.</summary>
    private void SettleComputed()
    {
        if (_watched is null)
        {
            return;
        }

        var touched = new TouchedMembers(Log);
        foreach (CapsuleModel model in Watched())
        {
            foreach (string property in model.HandlersOrNone!.Computed!.Settle(touched))
            {
                if (model.IsBound && !_silent)
                {
                    Bindings.Take(model, property);
                }
            }
        }
    }

    private void ForgetComputed()
    {
        foreach (CapsuleModel model in _watched is null ? [] : Watched())
        {
            model.HandlersOrNone!.Computed!.Forget();
        }
    }

    /// <summary>Those that are still here: what has gone to another tree is watched by that one.</summary>
    private CapsuleModel[] Watched()
    {
        _watched!.RemoveWhere(model => model.OwningTree != this);
        return [.. _watched];
    }
}
