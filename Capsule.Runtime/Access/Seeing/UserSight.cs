namespace Capsule.Access.Seeing;

/// <summary>What one user sees of a tree as it is at the moment: for ops, which name a few models.</summary>
internal sealed class UserSight(ModelTree tree, CapsuleUser user)
{
    private readonly View? _view = tree.Root.ModelType.Views.IsOpen ? null : tree.Root.ModelType.Views.For(user);

    public bool Sees(CapsuleModel model)
    {
        if (_view is null)
        {
            return true;
        }

        CapsuleModel seen = model;
        while (Place.Of(seen) is { } place)
        {
            if (!SeesPlace(place) || !SeeingRule.LetsRead(seen, user))
            {
                return false;
            }

            seen = place.Owner;
        }

        return true;
    }

    public bool Sees(ModelCollection collection) => _view is null || (SeesPlace(Place.Of(collection)) && Sees(collection.Owner));

    public bool SeesNode(CapsuleNode node) => node is CapsuleModel model ? Sees(model) : Sees((ModelCollection)node);

    /// <summary>Whether an attribute of a model that the user sees is there for them.</summary>
    public bool SeesAttribute(CapsuleModel model, int attribute)
    {
        ulong possible = _view?.Of(model.ModelType).Attributes ?? model.ModelType.PublicAttributes;
        return (possible & (1UL << attribute)) != 0 && SeeingRule.Shows(model, attribute, user);
    }

    /// <summary>The items of a collection that the user sees, of one that they see.</summary>
    public IReadOnlyList<CapsuleModel> Items(ModelCollection collection) =>
        _view is null ? collection.Items : [.. collection.Items.Where(item => SeeingRule.LetsRead(item, user))];

    /// <summary>What a reference points at, as the user sees it.</summary>
    public CapsuleModel? Target(CapsuleModel? target) => target is not null && Sees(target) ? target : null;

    /// <summary>Why the user may not give an attribute of a model that they add; null if they may.</summary>
    public CapsuleException? RefuseToTake(ModelType type, int attribute)
    {
        AttributeInfo info = type.Attributes[attribute];
        ulong possible = _view?.Of(type).Attributes ?? type.PublicAttributes;
        return (possible & (1UL << attribute)) == 0 ? new CapsuleException(ErrorCode.NotFound, $"There is no attribute '{info.Name}'.", info.Name)
            : !info.Access.HasFlag(AttributeAccess.ClientEditable) ? new CapsuleException(ErrorCode.Forbidden, $"The attribute '{info.Name}' is not for clients to set.", info.Name)
            : info.EditableBy?.IsMetBy(user) == false ? new CapsuleException(ErrorCode.Forbidden, $"{user} may not set '{info.Name}'.", info.Name)
            : null;
    }

    /// <summary>Whether a place of models that the user adds is there for them.</summary>
    public bool KnowsPlace(ModelType type, int member) => _view?.Of(type).Has(member) ?? true;

    private bool SeesPlace(Place place) => _view!.Of(place.Owner.ModelType).Has(place.Member) && SeeingRule.Shows(place.Owner, place.Member, user);
}
