using System.Numerics;

namespace Capsule.Access.Seeing;

/// <summary>
/// What an audience sees of a tree, as it was told: which models, where, and which of their attributes. From what it was and what it is comes what a turn has to tell. Belongs to the
/// tree's thread.
/// </summary>
internal sealed class Sight
{
    private readonly int _number;

    /// <param name="number">Another one than those of the tree's other sights, and as small as can be.</param>
    /// <param name="tree">What is seen.</param>
    /// <param name="view">What can be seen at all.</param>
    /// <param name="user">Whose rules are asked.</param>
    public Sight(int number, ModelTree tree, View view, CapsuleUser user)
    {
        _number = number;
        Tree = tree;
        View = view;
        User = user;
        Enter(tree.Root, null);
        Entered.Clear();
    }

    public int Number => _number;

    public ModelTree Tree { get; }

    public View View { get; }

    public CapsuleUser User { get; }

    /// <summary>Counts the turns that were looked at.</summary>
    public int Turn { get; private set; }

    /// <summary>What came into sight in this turn.</summary>
    public List<CapsuleModel> Entered { get; } = [];

    /// <summary>What was in sight before this turn and went out of it, if only to come back elsewhere.</summary>
    public HashSet<CapsuleModel> Left { get; } = new(ReferenceEqualityComparer.Instance);

    /// <summary>What was told, before this turn, of each of its <see cref="Questions.Subjects"/>.</summary>
    public Seen?[] Found { get; private set; } = [];

    /// <summary>Whether something came into sight or went out of it in this turn.</summary>
    public bool HasTurned => Entered.Count > 0 || Left.Count > 0;

    public bool Sees(CapsuleModel model) => Find(model) is not null;

    public Seen? Find(CapsuleModel model) => model.SeenBy is { } seen && (uint)_number < (uint)seen.Length ? seen[_number] : null;

    /// <summary>Nobody looks any more.</summary>
    public void End() => Leave(Tree.Root);

    public void BeginTurn(Subject[] subjects)
    {
        Turn++;
        if (Found.Length < subjects.Length)
        {
            Found = new Seen?[subjects.Length + subjects.Length / 2];
        }

        for (int index = 0; index < subjects.Length; index++)
        {
            Found[index] = Find(subjects[index].Model);
        }

        Entered.Clear();
        Left.Clear();
    }

    /// <summary>Whether the audience saw the model before this turn.</summary>
    public bool Saw(CapsuleModel model) => Left.Contains(model) || (Find(model) is { } seen && seen.EnteredIn != Turn);

    /// <summary>A model comes into sight, with all that is to be seen below it.</summary>
    public void Enter(CapsuleModel model, Place? place)
    {
        ModelType type = model.ModelType;
        var seen = new Seen(place, AttributesOf(model), Turn) { Places = new List<CapsuleModel>?[type.Collections.Length + type.Children.Length] };
        Note(model, seen);
        Entered.Add(model);
        foreach (Place below in Place.Below(model))
        {
            seen.Places[below.Index] = Look(below, static (_, _) => null);
            foreach (CapsuleModel item in seen.Places[below.Index] ?? [])
            {
                Enter(item, below);
            }
        }
    }

    /// <summary>A model goes out of sight, with all that was below it and has not moved elsewhere.</summary>
    public void Leave(CapsuleModel model)
    {
        if (Find(model) is not { } seen)
        {
            return;
        }

        model.SeenBy![_number] = null;
        Left.Add(model);
        foreach (CapsuleModel item in seen.Places.SelectMany(static items => items ?? []))
        {
            if (Find(item) is { } inside && inside.PlacedIn != Turn)
            {
                Leave(item);
            }
        }
    }

    /// <summary>What is to be seen in a place; null if the place is not there for the audience.</summary>
    /// <param name="place">Of a model that is seen.</param>
    /// <param name="known">Whether an item is seen, where that is known; null where its rule has to be asked.</param>
    public List<CapsuleModel>? Look(Place place, Func<Place, CapsuleModel, bool?> known)
    {
        if (!Shows(place))
        {
            return null;
        }

        IReadOnlyList<CapsuleModel> all = place.Items();
        var items = new List<CapsuleModel>(all.Count);
        for (int index = 0; index < all.Count; index++)
        {
            CapsuleModel item = all[index];
            if (known(place, item) ?? SeeingRule.LetsRead(item, User))
            {
                items.Add(item);
            }
        }

        return items;
    }

    /// <summary>Whether a place of a model that is seen is there for the audience.</summary>
    public bool Shows(Place place) => View.Of(place.Owner.ModelType).Has(place.Member) && SeeingRule.Shows(place.Owner, place.Member, User);

    /// <summary>The attributes of a model that are there for the audience.</summary>
    public ulong AttributesOf(CapsuleModel model)
    {
        ulong attributes = View.Of(model.ModelType).Attributes;
        for (ulong rest = attributes & model.ModelType.RuledAttributes; rest != 0; rest &= rest - 1)
        {
            int attribute = BitOperations.TrailingZeroCount(rest);
            attributes &= SeeingRule.Shows(model, attribute, User) ? ulong.MaxValue : ~(1UL << attribute);
        }

        return attributes;
    }

    /// <summary>A model knows by whom it is seen: to find that is what is done most.</summary>
    private void Note(CapsuleModel model, Seen seen)
    {
        if (model.SeenBy is null || model.SeenBy.Length <= _number)
        {
            Seen?[] seenBy = model.SeenBy ?? [];
            Array.Resize(ref seenBy, Math.Max(_number + 1, seenBy.Length * 2));
            model.SeenBy = seenBy;
        }

        model.SeenBy[_number] = seen;
    }
}
