using System.Numerics;

namespace Capsule;

/// <summary>Which models of a tree are referred to, and from where, so that what a removed model leaves behind is found without a walk; and what has to be
/// looked at when the turn ends. A tree without references has none.</summary>
internal sealed class ReferenceIndex(ModelTree tree)
{
    private readonly Dictionary<CapsuleModel, HashSet<Reference>> _referrers = new(ReferenceEqualityComparer.Instance);

    /// <summary>Targets that left the tree. Some may be back.</summary>
    private readonly List<CapsuleModel> _departed = [];

    /// <summary>References that came into the tree before their targets. Those of a turn that failed may be among them.</summary>
    private readonly List<Reference> _arrived = [];

    /// <summary>A reference in the tree points elsewhere.</summary>
    public void Point(Reference reference, CapsuleModel? former, CapsuleModel? target)
    {
        if (former is not null)
        {
            Forget(reference, former);
        }

        if (target is not null)
        {
            Know(reference, target);
        }
    }

    /// <summary>What points at a model.</summary>
    public IReadOnlyCollection<Reference> ReferrersOf(CapsuleModel target) => _referrers.TryGetValue(target, out HashSet<Reference>? referrers) ? referrers : [];

    /// <summary>A model came into the tree.</summary>
    public void Enter(CapsuleModel model)
    {
        for (ulong rest = model.ModelType.ReferenceAttributes; rest != 0; rest &= rest - 1)
        {
            var reference = new Reference(model, BitOperations.TrailingZeroCount(rest));
            if (reference.Target is { } target)
            {
                Know(reference, target);
            }
        }
    }

    /// <summary>A model left the tree.</summary>
    public void Leave(CapsuleModel model)
    {
        for (ulong rest = model.ModelType.ReferenceAttributes; rest != 0; rest &= rest - 1)
        {
            var reference = new Reference(model, BitOperations.TrailingZeroCount(rest));
            if (reference.Target is { } target)
            {
                Forget(reference, target);
            }
        }

        if (_referrers.ContainsKey(model))
        {
            _departed.Add(model);
        }
    }

    /// <summary>Makes what points at something gone point at nothing, or at what has the id of it now.</summary>
    /// <exception cref="InvalidOperationException">Something that came in points at what is not in the tree, and was not when the turn began.</exception>
    public void Settle()
    {
        foreach (CapsuleModel target in _departed)
        {
            if (!tree.Registry.Holds(target) && _referrers.TryGetValue(target, out HashSet<Reference>? referrers))
            {
                foreach (Reference reference in referrers.ToArray())
                {
                    LetGo(reference, target.Id);
                }
            }
        }

        _departed.Clear();
        if (tree.IsKnown)
        {
            SettleArrived();
        }
    }

    private void SettleArrived()
    {
        foreach (Reference reference in _arrived)
        {
            if (!tree.Registry.Holds(reference.Model) || reference.Target is not { } target || tree.Registry.Holds(target))
            {
                continue;
            }

            if (target.OwningTree != tree)
            {
                throw Elsewhere(reference, target);
            }

            LetGo(reference, target.Id);
        }

        _arrived.Clear();
    }

    /// <summary>Why a reference cannot point there.</summary>
    public static InvalidOperationException Elsewhere(Reference reference, CapsuleModel target)
    {
        string place = target.OwningTree is null ? "in no tree" : "not in the same tree";
        CapsuleModel model = reference.Model;
        return new InvalidOperationException(
            $"'{model.ModelType.Attributes[reference.Attribute].Property}' of the {model.ModelType.Name} {model.Id} cannot refer to the {target.ModelType.Name} "
            + $"{target.Id}, which is {place}. Add it first, or refer to another.");
    }

    /// <summary>An import, or a copy of another's events, can have made the target anew, with the same id.</summary>
    private void LetGo(Reference reference, ModelId target)
    {
        if (!(tree.TryFind(target, out CapsuleModel? successor) && reference.Model.PointAt(reference.Attribute, successor)))
        {
            reference.Model.PointAt(reference.Attribute, null);
        }
    }

    private void Know(Reference reference, CapsuleModel target)
    {
        if (!_referrers.TryGetValue(target, out HashSet<Reference>? referrers))
        {
            _referrers.Add(target, referrers = []);
        }

        referrers.Add(reference);
        if (!tree.Registry.Holds(target))
        {
            _arrived.Add(reference);
        }
    }

    private void Forget(Reference reference, CapsuleModel target)
    {
        if (_referrers.TryGetValue(target, out HashSet<Reference>? referrers) && referrers.Remove(reference) && referrers.Count == 0)
        {
            _referrers.Remove(target);
        }
    }
}
