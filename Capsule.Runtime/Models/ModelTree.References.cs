namespace Capsule;

public sealed partial class ModelTree
{
    private ReferenceIndex? _references;

    /// <summary>True while references lose their targets, which no rule of the models keeps them from.</summary>
    internal bool IsSettlingReferences { get; private set; }

    /// <summary>False as long as nothing in the tree can refer to anything.</summary>
    internal bool HasReferences => _references is not null;

    internal ReferenceIndex References => _references ??= new ReferenceIndex(this);

    /// <summary>Whether a model of the tree may refer to this one. As long as nobody knows of the tree it is still being made: that is checked later.</summary>
    internal bool MayBeReferredTo(CapsuleModel target) => !IsKnown || Registry.Holds(target);

    /// <summary>At the end of a turn: what refers to something gone lets go of it.</summary>
    internal void SettleReferences()
    {
        if (_references is null)
        {
            return;
        }

        IsSettlingReferences = true;
        try
        {
            _references.Settle();
        }
        finally
        {
            IsSettlingReferences = false;
        }
    }

    private void EnterReferences(CapsuleNode node)
    {
        if (node is CapsuleModel { ModelType.ReferenceAttributes: not 0 } model)
        {
            References.Enter(model);
        }
    }

    /// <summary>Takes a node out of the registry.</summary>
    private void Leave(CapsuleNode node)
    {
        Registry.Remove(node);
        LeaveTransients(node);
        if (node is CapsuleModel model)
        {
            _references?.Leave(model);
            _computed?.Leave(model);
        }
    }
}
