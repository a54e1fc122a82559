namespace Capsule.Changes;

/// <summary>The models of a tree that have attributes which the server computes, and what a turn makes it necessary to compute again.</summary>
internal sealed class ComputedModels(ModelTree tree)
{
    private readonly Dictionary<ModelType, HashSet<CapsuleModel>> _models = [];

    /// <summary>Those that have not been computed since they came into the tree.</summary>
    private readonly HashSet<CapsuleModel> _arrived = new(ReferenceEqualityComparer.Instance);

    public void Enter(CapsuleModel model)
    {
        if (!_models.TryGetValue(model.ModelType, out HashSet<CapsuleModel>? models))
        {
            _models.Add(model.ModelType, models = new(ReferenceEqualityComparer.Instance));
        }

        models.Add(model);
        _arrived.Add(model);
    }

    public void Leave(CapsuleModel model)
    {
        if (_models.TryGetValue(model.ModelType, out HashSet<CapsuleModel>? models))
        {
            models.Remove(model);
            _arrived.Remove(model);
        }
    }

    /// <summary>Computes what the running turn has touched.</summary>
    public void Compute()
    {
        int dirty = tree.Log.Dirty.Count;
        if (dirty + tree.Log.Structure.Count + _arrived.Count == 0)
        {
            return;
        }

        var touched = new TouchedMembers(tree.Log);
        ComputeArrived();
        Dictionary<ModelType, ulong> local = [];
        foreach ((ModelType type, HashSet<CapsuleModel> models) in _models)
        {
            (ulong everywhere, local[type]) = Met(type, touched);
            if (everywhere != 0)
            {
                foreach (CapsuleModel model in models)
                {
                    model.Compute(everywhere);
                }
            }
        }

        for (int index = 0; index < dirty; index++)
        {
            CapsuleModel model = tree.Log.Dirty[index].Model;
            if (local.TryGetValue(model.ModelType, out ulong attributes) && _models[model.ModelType].Contains(model))
            {
                model.Compute(attributes);
            }
        }
    }

    /// <summary>What has just come in has its values with it.</summary>
    public void TakeAsTheyAre() => _arrived.Clear();

    /// <summary>A turn begins: what is in the tree has had its values before. A property that throws is asked again at the turn's end, which may then be undone; until then its attribute
    /// has what it had.</summary>
    public void Begin() => _arrived.RemoveWhere(static model =>
    {
        try
        {
            model.ComputeAsBefore();
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    });

    /// <summary>Outside of turns: makes sure that all have been computed.</summary>
    public void Complete()
    {
        foreach (CapsuleModel model in _arrived)
        {
            model.ComputeAsBefore();
        }

        _arrived.Clear();
    }

    /// <summary>Computes everything, as what it was all along.</summary>
    public void CompleteAll()
    {
        foreach (CapsuleModel model in _models.Values.SelectMany(static models => models))
        {
            model.ComputeAsBefore();
        }

        _arrived.Clear();
    }

    private void ComputeArrived()
    {
        foreach (CapsuleModel model in _arrived)
        {
            model.Compute(model.ModelType.ComputedAttributes);
        }

        _arrived.Clear();
    }

    private static (ulong Everywhere, ulong Local) Met(ModelType type, TouchedMembers touched)
    {
        (ulong everywhere, ulong local) = (0, 0);
        for (int index = 0; index < type.Attributes.Length; index++)
        {
            if (type.Attributes[index].Sources is { } sources && touched.Meets(sources))
            {
                (sources.IsLocal ? ref local : ref everywhere) |= 1UL << index;
            }
        }

        return (everywhere, local);
    }
}
