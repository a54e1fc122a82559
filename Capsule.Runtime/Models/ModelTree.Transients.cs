using System.Numerics;
using Capsule.Changes;

namespace Capsule;

/// <summary>What is in the tree and not in its store.</summary>
public sealed partial class ModelTree
{
    /// <summary>What of its models is not stored.</summary>
    internal TransientMembers Transients { get; }

    /// <summary>The attributes of a model of which events of this part tell, as bits.</summary>
    internal ulong AttributesOf(EventPart part, CapsuleModel model)
    {
        if (part == EventPart.All)
        {
            return ulong.MaxValue;
        }

        ulong transient = model.IsTransient ? ulong.MaxValue : Transients.Any ? Transients.Of(model.ModelType) : 0;
        return part == EventPart.Transient ? transient : ~transient;
    }

    /// <summary>Lets go of what a store has from a time when it was to be stored.</summary>
    internal void ForgetTransients()
    {
        if (!Transients.Any)
        {
            return;
        }

        IsApplying = true;
        try
        {
            var models = new List<CapsuleModel>();
            Subtree.Visit(Root, node => models.AddRange(node is CapsuleModel model ? [model] : []));
            models.ForEach(ForgetTransients);
        }
        finally
        {
            IsApplying = false;
        }
    }

    private static void ForgetTransients(CapsuleModel model)
    {
        ModelType type = model.ModelType;
        for (int index = 0; index < type.Collections.Length; index++)
        {
            if (type.Collections[index].IsTransient)
            {
                model.CollectionAt(index).Clear();
            }
        }

        for (ulong rest = type.TransientAttributes; rest != 0; rest &= rest - 1)
        {
            int attribute = BitOperations.TrailingZeroCount(rest);
            model.Put(attribute, type.InitialValueOf(attribute));
        }
    }

    /// <summary>What is about to come into the registry is checked.</summary>
    private void CheckTransients(CapsuleNode node, CapsuleModel top, ModelCollection? place)
    {
        if (!Transients.Any)
        {
            return;
        }

        Log.IsMixed |= Log.TransientsGone?.Contains(node.Id) == true;
        if (node is CapsuleModel { IsUntracked: false } model && model.OwningTree == this && model.IsTransient != WillBeTransient(model, top, place))
        {
            throw OtherStorage(model);
        }
    }

    /// <summary>What is below something transient is so too.</summary>
    private void EnterTransients(CapsuleNode node, CapsuleModel top, ModelCollection? place)
    {
        if (Transients.Any && node is CapsuleModel model)
        {
            model.IsTransient = WillBeTransient(model, top, place);
        }
    }

    /// <param name="model">A model at or below the top.</param>
    /// <param name="top">What comes in.</param>
    /// <param name="place">Where it comes to, which it may not know yet.</param>
    private static bool WillBeTransient(CapsuleModel model, CapsuleModel top, ModelCollection? place)
    {
        for (CapsuleModel above = model; above != top; above = above.Parent!)
        {
            if (above.Collection is { Info.IsTransient: true })
            {
                return true;
            }
        }

        return place?.IsTransient == true;
    }

    private void LeaveTransients(CapsuleNode node)
    {
        if (node is CapsuleModel { IsTransient: true } or ModelCollection { Owner.IsTransient: true })
        {
            (Log.TransientsGone ??= []).Add(node.Id);
        }
    }

    /// <summary>A move between what is stored and what is not would be neither told nor written down in one piece.</summary>
    private void RefuseOtherStorage(CapsuleModel item, ModelCollection to)
    {
        if (!Transients.Any)
        {
            return;
        }

        if (item.IsTransient != to.IsTransient)
        {
            throw OtherStorage(item);
        }

        // Who is told of the one collection but not of the other must not hear of it in two parts.
        Log.IsMixed |= item.IsTransient && item.Place != to;
    }

    private static CapsuleException OtherStorage(CapsuleModel item) => new(
        ErrorCode.Invalid,
        $"The {item.ModelType.Name} {item.Id} cannot be moved between a collection that is stored and one that is [Transient]. Add a copy of it.");
}
