using Capsule.Changes;

namespace Capsule.Access.Seeing;

/// <summary>
/// What a turn did to the structure, as one audience sees it: places are compared with what was told of them, from the top down. It tells first what moves, the upper before the lower, then what goes
/// out of sight, then what comes into it: so each event can be applied when those before it have been, whatever rules and moves did at once.
/// </summary>
internal sealed class SightTurn
{
    private readonly Sight _sight;
    private readonly Questions _questions;

    /// <summary>What is to be seen in the places that changed, of models that stay in sight, the upper first.</summary>
    private readonly List<(Place Place, List<CapsuleModel> Before, List<CapsuleModel>? After)> _changed = [];

    private readonly List<SightEvent> _events = [];

    private SightTurn(Sight sight, Questions questions)
    {
        _sight = sight;
        _questions = questions;
    }

    /// <summary>Brings what the audience sees up to date, and gives the events that tell it so.</summary>
    public static List<SightEvent> Follow(Sight sight, Questions questions)
    {
        sight.BeginTurn();
        var turn = new SightTurn(sight, questions);
        turn.Compare();
        turn.Tell();
        turn.Settle();
        return turn._events;
    }

    private void Compare()
    {
        foreach (Place place in ChangedPlaces().OrderBy(static place => Depth(place.Owner)))
        {
            if (Stays(place.Owner))
            {
                Compare(place, _sight.Find(place.Owner)!);
            }
        }
    }

    private HashSet<Place> ChangedPlaces()
    {
        var changed = new HashSet<Place>(_questions.Places.Where(place => _sight.Sees(place.Owner)));
        foreach (CapsuleModel model in _questions.Models)
        {
            Seen? seen = _sight.Find(model);
            if (model.Parent is { } parent && _sight.Sees(parent) && (seen is not null) != SeeingRule.LetsRead(model, _sight.User))
            {
                changed.Add(Place.Of(model)!.Value);
            }

            if (seen is not null && model.ModelType.HasRuledPlaces)
            {
                changed.UnionWith(Place.Below(model).Where(place => (seen.Places[place.Index] is not null) != IsThere(place)));
            }
        }

        return changed;
    }

    private bool IsThere(Place place) =>
        _sight.View.Of(place.Owner.ModelType).Has(place.Member) && SeeingRule.Shows(place.Owner, place.Member, _sight.User);

    private void Compare(Place place, Seen owner)
    {
        List<CapsuleModel> before = owner.Places[place.Index] ?? [];
        List<CapsuleModel>? after = _sight.Look(place, (sight, item) => !_questions.Ask(item) && sight.Find(item)?.Place == place);
        foreach (CapsuleModel item in after ?? [])
        {
            if (_sight.Find(item) is { } seen)
            {
                seen.PlacedIn = _sight.Turn;
            }
        }

        foreach (CapsuleModel item in before)
        {
            _sight.Find(item)!.LeftIn = _sight.Turn;
        }

        _changed.Add((place, before, after));
    }

    /// <summary>The model was in sight, and is where the audience was told or will be told that it moved to. What stands above it has been looked at.</summary>
    private bool Stays(CapsuleModel model)
    {
        for (CapsuleModel above = model; above != _sight.Tree.Root; above = above.Parent!)
        {
            if (_sight.Find(above) is not { Place: { } told } seen)
            {
                return false;
            }

            if (seen.PlacedIn != _sight.Turn && (seen.LeftIn == _sight.Turn || Place.Of(above) != told))
            {
                return false;
            }
        }

        return true;
    }

    private bool IsPlaced(CapsuleModel item) => _sight.Find(item)?.PlacedIn == _sight.Turn;

    private void Tell()
    {
        var orders = new SightOrders();
        foreach ((Place place, List<CapsuleModel> before, List<CapsuleModel>? after) in _changed)
        {
            if (place.IsCollection)
            {
                orders.Follow(place, before);
                orders.Keep(InPlace(place, before, after ?? []));
            }
        }

        TellMoves(orders);
        TellGone(orders);
        TellNew(orders);
    }

    /// <summary>As many as possible of the items that stay in a collection have no event: the longest run of those that are in order.</summary>
    private IEnumerable<CapsuleModel> InPlace(Place place, List<CapsuleModel> before, List<CapsuleModel> after)
    {
        var indexes = new Dictionary<CapsuleModel, int>(before.Count, ReferenceEqualityComparer.Instance);
        for (int index = 0; index < before.Count; index++)
        {
            indexes.Add(before[index], index);
        }

        List<CapsuleModel> staying = after.FindAll(item => _sight.Find(item)?.Place == place);
        return LongestRun.Of([.. staying.Select(item => indexes[item])]).Select(index => staying[index]);
    }

    private void TellMoves(SightOrders orders)
    {
        foreach ((Place place, _, List<CapsuleModel>? after) in _changed.Where(static one => one.Place.IsCollection))
        {
            for (int index = 0; index < (after?.Count ?? 0); index++)
            {
                CapsuleModel item = after![index];
                if (_sight.Find(item) is { Place: { } from } && !orders.Keeps(item))
                {
                    orders.Follow(from, _sight.Find(from.Owner)!.Places[from.Index]!);
                    orders.Leave(from, item);
                    _events.Add(new(StructureKind.Move, item, place, orders.Enter(place, after, index), from));
                }
            }
        }
    }

    private void TellGone(SightOrders orders)
    {
        foreach ((Place place, List<CapsuleModel> before, List<CapsuleModel>? after) in _changed)
        {
            foreach (CapsuleModel item in before.Where(item => !IsPlaced(item)))
            {
                if (place.IsCollection)
                {
                    orders.Leave(place, item);
                    _events.Add(new(StructureKind.Remove, item, place));
                }
                else if (after is not { Count: > 0 })
                {
                    _events.Add(new(StructureKind.Remove, item, place));
                }
            }
        }
    }

    private void TellNew(SightOrders orders)
    {
        foreach ((Place place, _, List<CapsuleModel>? after) in _changed)
        {
            for (int index = 0; index < (after?.Count ?? 0); index++)
            {
                CapsuleModel item = after![index];
                if (!IsPlaced(item))
                {
                    _events.Add(new(StructureKind.Insert, item, place, place.IsCollection ? orders.Enter(place, after, index) : 0));
                }
            }
        }
    }

    /// <summary>From now on the audience has been told.</summary>
    private void Settle()
    {
        foreach (SightEvent told in _events.Where(static told => told.Kind == StructureKind.Move))
        {
            _sight.Find(told.Item)!.Place = told.Place;
        }

        foreach ((Place place, List<CapsuleModel> before, List<CapsuleModel>? after) in _changed)
        {
            before.FindAll(item => !IsPlaced(item)).ForEach(_sight.Leave);
            if (_sight.Find(place.Owner) is { } owner)
            {
                owner.Places[place.Index] = after;
            }
        }

        foreach (SightEvent told in _events.Where(static told => told.Kind == StructureKind.Insert))
        {
            _sight.Enter(told.Item, told.Place);
        }
    }

    private static int Depth(CapsuleModel model)
    {
        int depth = 0;
        for (CapsuleModel? above = model.Parent; above is not null; above = above.Parent)
        {
            depth++;
        }

        return depth;
    }
}
