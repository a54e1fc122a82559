using Capsule.Changes;

namespace Capsule;

public sealed partial class ModelTree
{
    /// <summary>Null as long as the server computes nothing in the tree.</summary>
    private ComputedModels? _computed;

    private bool _takesValues;
    private bool _isConcluding;

    /// <summary>False while a stored tree is read: what it computes is known when all of it is there.</summary>
    private bool _computes = true;

    /// <summary>Runs what makes a tree of stored data, and then computes what is not stored.</summary>
    internal void Restore(Action read)
    {
        _computes = false;
        read();
        _computes = true;
        _computed?.CompleteAll();
    }

    /// <summary>Before what the tree computes is shown: it is then as the models are.</summary>
    internal void Freshen(CapsuleModel top, bool recurse)
    {
        if (_computed is not null && InTurn && !_isConcluding && !_takesValues)
        {
            top.ComputeShown(recurse);
        }
        else if (!InTurn)
        {
            _computed?.Complete();
        }
    }

    private void Compute()
    {
        if (_takesValues)
        {
            _computed?.TakeAsTheyAre();
        }
        else if (_computes)
        {
            _computed?.Compute();
        }
    }

    private void EnterComputed(CapsuleNode node)
    {
        if (node is CapsuleModel { ModelType.ComputedAttributes: not 0 } model)
        {
            (_computed ??= new ComputedModels(this)).Enter(model);
        }
    }
}
