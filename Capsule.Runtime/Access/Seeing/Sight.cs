using System.Numerics;

namespace Capsule.Access.Seeing;

/// <summary>
/// What an audience sees of a tree, as it was told: which models, where, and which of their attributes. From what it was and what it is comes what a turn has to tell. Belongs to the
/// tree's thread.
/// </summary>
internal sealed class Sight
{
    private readonly Slots _slots;
    private Told[] _told = [];
    private Seen?[] _seen = [];

    /// <param name="slots">Those of the tree.</param>
    /// <param name="tree">What is seen.</param>
    /// <param name="view">What can be seen at all.</param>
    /// <param name="user">Whose rules are asked.</param>
    public Sight(Slots slots, ModelTree tree, View view, CapsuleUser user)
    {
        _slots = slots;
        Tree = tree;
        View = view;
        User = user;
        Enter(tree.Root, null);
        Entered.Clear();
    }

    public ModelTree Tree { get; }

    public View View { get; }

    public CapsuleUser User { get; }

    /// <summary>Counts the turns that were looked at, from 1.</summary>
    public int Turn { get; private set; } = 1;

    /// <summary>What came into sight in this turn.</summary>
    public List<CapsuleModel> Entered { get; } = [];

    /// <summary>What was in sight before this turn and went out of it, if only to come back elsewhere.</summary>
    public HashSet<CapsuleModel> Left { get; } = new(ReferenceEqualityComparer.Instance);

    /// <summary>Whether something came into sight or went out of it in this turn.</summary>
    public bool HasTurned => Entered.Count > 0 || Left.Count > 0;

    public bool Sees(CapsuleModel model) => (uint)model.Slot < (uint)_told.Length && _told[model.Slot].EnteredIn != 0;

    public Seen? Find(CapsuleModel model) => (uint)model.Slot < (uint)_seen.Length ? _seen[model.Slot] : null;

    /// <summary>What was told of the attributes of a model that is seen.</summary>
    public ref Told ToldOf(CapsuleModel model) => ref _told[model.Slot];

    /// <summary>Nobody looks any more.</summary>
    public void End() => Leave(Tree.Root);

    public void BeginTurn()
    {
        Turn++;
        Entered.Clear();
        Left.Clear();
    }

    /// <summary>Whether the audience saw the model before this turn.</summary>
    public bool Saw(CapsuleModel model) => Left.Contains(model) || (Sees(model) && ToldOf(model).EnteredIn != Turn);

    /// <summary>A model comes into sight, with all that is to be seen below it.</summary>
    public void Enter(CapsuleModel model, Place? place)
    {
        ModelType type = model.ModelType;
        int places = type.Collections.Length + type.Children.Length;
        var seen = new Seen(place) { Places = places == 0 ? [] : new List<CapsuleModel>?[places] };
        Note(model, seen);
        Entered.Add(model);
        if (places == 0)
        {
            return;
        }

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

        _told[model.Slot] = default;
        _seen[model.Slot] = null;
        _slots.Leave(model);
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

    private void Note(CapsuleModel model, Seen seen)
    {
        int slot = _slots.Enter(model);
        if (slot >= _seen.Length)
        {
            int length = Math.Max(slot + 1, _seen.Length * 2);
            Array.Resize(ref _seen, length);
            Array.Resize(ref _told, length);
        }

        _seen[slot] = seen;
        _told[slot] = new() { Attributes = AttributesOf(model), EnteredIn = Turn };
    }
}
