using Capsule.Access.Seeing;

namespace Capsule.Snapshots;

/// <summary>The references that data name by their ids, until all of the data are read: a target may come after what refers to it.</summary>
internal sealed class NamedReferences
{
    private readonly List<(Reference Reference, ModelId Target)> _named = [];

    public void Add(CapsuleModel model, int attribute, ModelId target) => _named.Add((new(model, attribute), target));

    /// <summary>Points each at its target. One that is unknown must not be: to others the ids have to be right.</summary>
    /// <exception cref="CapsuleException"><see cref="ErrorCode.Invalid"/>: the tree has no such model, or one of another class.</exception>
    /// <param name="tree">Where they are.</param>
    /// <param name="sight">What whoever named them sees: what they do not see is unknown to them. Null: everything.</param>
    public void Resolve(ModelTree tree, UserSight? sight = null) =>
        Resolve(tree, static (reference, target) => throw Misfit(reference, $"there is no model {target}"), sight);

    /// <summary>As the other, for data that may come from elsewhere: what refers to something that is not here refers to nothing.</summary>
    public void Resolve(ModelTree tree, List<UnknownReference> unknown) => Resolve(tree, (reference, target) =>
    {
        Point(reference, null);
        unknown.Add(new(reference.Model.Id, NameOf(reference), target));
    });

    private void Resolve(ModelTree tree, Action<Reference, ModelId> onUnknown, UserSight? sight = null)
    {
        foreach ((Reference reference, ModelId target) in _named)
        {
            if (target.IsEmpty)
            {
                Point(reference, null);
            }
            else if (!tree.Registry.TryFind(target, out CapsuleNode? found) || sight?.SeesNode(found) == false)
            {
                onUnknown(reference, target);
            }
            else if (found is not CapsuleModel model || !Point(reference, model))
            {
                throw Misfit(reference, $"it cannot refer to the {(found as CapsuleModel)?.ModelType.Name ?? "collection"} {target}");
            }
        }

        _named.Clear();
    }

    private static bool Point(Reference reference, CapsuleModel? target)
    {
        try
        {
            return reference.Model.PointAt(reference.Attribute, target);
        }
        catch (Validation.ImmutableAttributeException exception)
        {
            throw exception.ToRefusal();
        }
    }

    private static CapsuleException Misfit(Reference reference, string problem) =>
        new(ErrorCode.Invalid, $"'{NameOf(reference)}' of the {reference.Model.ModelType.Name} {reference.Model.Id}: {problem}.", NameOf(reference));

    private static string NameOf(Reference reference) => reference.Model.ModelType.Attributes[reference.Attribute].Name;
}
