using Capsule.Changes;

namespace Capsule.Access.Seeing;

/// <summary>Which rules of seeing a turn makes it necessary to ask again, and what it changed: the same for all audiences.</summary>
internal sealed class Questions
{
    private readonly HashSet<CapsuleModel> _asked = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<CapsuleModel> _placed = new(ReferenceEqualityComparer.Instance);
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

        AsksRoot = _asked.Contains(tree.Root);
        Subjects = InOrder(tree);
    }

    /// <summary>The models of which there may be something to tell: those that were set first, in the order in which they were.</summary>
    public Subject[] Subjects { get; }

    /// <summary>The places from or to which something was put.</summary>
    public IReadOnlySet<Place> Places => _places;

    /// <summary>Whether those who see the root may no longer be allowed to.</summary>
    public bool AsksRoot { get; }

    /// <summary>Whether it has to be asked whether a model is seen: its rules are asked again, or it was put where it is.</summary>
    public bool Asks(CapsuleModel model) => _asked.Contains(model) || _placed.Contains(model);

    private Subject[] InOrder(ModelTree tree)
    {
        var subjects = new List<Subject>(tree.Log.Dirty.Count);
        foreach (DirtyModel dirty in tree.Log.Dirty)
        {
            if (dirty.Differing != 0)
            {
                subjects.Add(new Subject(dirty.Model, dirty.Differing, _asked.Remove(dirty.Model)));
            }
        }

        subjects.AddRange(_asked.Select(static model => new Subject(model, 0, IsAsked: true)));
        _asked.UnionWith(subjects.Where(static subject => subject.IsAsked).Select(static subject => subject.Model));
        return [.. subjects];
    }

    /// <summary>Rules read the model, those of what is below it perhaps too, and a child model is read with what it is a child of.</summary>
    private void AskAbout(CapsuleModel changed)
    {
        for (CapsuleModel? model = changed; model is not null; model = model.Collection is null ? model.Parent : null)
        {
            if (model.ModelType.HasSeeingRules)
            {
                _asked.Add(model);
            }

            if (model.ModelType.IsReadBelow)
            {
                AskOf(model, static type => type.Seeing.HasFlag(SeeingRules.Above));
            }
        }
    }

    private void Take(StructureEntry step)
    {
        _placed.Add(step.Item);
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
            _asked.Add(model);
        }
    });
}
