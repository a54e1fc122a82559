using Capsule.Changes;

namespace Capsule.Access.Seeing;

/// <summary>Which rules of seeing a turn makes it necessary to ask again, and which places it changed: the same for all audiences.</summary>
internal sealed class Questions
{
    private readonly HashSet<CapsuleModel> _models = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<Place> _places = [];

    public Questions(ModelTree tree)
    {
        foreach (DirtyModel dirty in tree.Log.Dirty)
        {
            if (dirty.Differing != 0)
            {
                AskAbout(dirty.Model);
            }
        }

        foreach (StructureEntry step in tree.Log.Structure)
        {
            Take(step);
        }

        foreach (CapsuleModel model in tree.Log.Invalidated)
        {
            AskOf(model, static _ => true);
        }

        AsksRoot = _models.Contains(tree.Root);
    }

    /// <summary>The models whose rules have to be asked again.</summary>
    public IReadOnlyCollection<CapsuleModel> Models => _models;

    /// <summary>The places from or to which something was moved.</summary>
    public IReadOnlyCollection<Place> Places => _places;

    /// <summary>Whether those who see the root may no longer be allowed to.</summary>
    public bool AsksRoot { get; }

    public bool Ask(CapsuleModel model) => _models.Contains(model);

    /// <summary>Rules read the model, those of what is below it perhaps too, and a child model is read with what it is a child of.</summary>
    private void AskAbout(CapsuleModel changed)
    {
        for (CapsuleModel? model = changed; model is not null; model = model.Collection is null ? model.Parent : null)
        {
            if (model.ModelType.HasSeeingRules)
            {
                _models.Add(model);
            }

            if (model.ModelType.IsReadBelow)
            {
                AskOf(model, static type => type.Seeing.HasFlag(SeeingRules.Above));
            }
        }
    }

    private void Take(StructureEntry step)
    {
        foreach (ModelCollection? collection in new[] { step.From, step.To })
        {
            if (collection is not null && _places.Add(Place.Of(collection)) && collection is Internals.ChildSlot)
            {
                AskAbout(collection.Owner);
            }
        }

        if (step.Kind == StructureKind.Move && step.From != step.To)
        {
            AskOf(step.Item, static type => type.Seeing.HasFlag(SeeingRules.Above));
        }
    }

    private void AskOf(CapsuleModel top, Func<ModelType, bool> isMeant) => Subtree.Visit(top, node =>
    {
        if (node is CapsuleModel model && model.ModelType.HasSeeingRules && isMeant(model.ModelType))
        {
            _models.Add(model);
        }
    });
}
