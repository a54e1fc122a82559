using Capsule.Changes;

namespace Capsule.Access.Seeing;

/// <summary>
/// What a turn did to the structure, as one audience sees it: places are compared with what was told of them, from the top down. It tells first what moves, the upper before the lower, then what goes
/// out of sight, then what comes into it: so each event can be applied when those before it have been, whatever rules and moves did at once.
/// </summary>
internal sealed class SightTurn
{
    private static readonly List<SightEvent> Nothing = [];

    private readonly Sight _sight;
    private readonly Questions _questions;
    private readonly List<ChangedPlace> _changed = [];
    private readonly List<SightEvent> _events = [];

    /// <summary>Places in which a rule now says otherwise of an item, with those items.</summary>
    private readonly Dictionary<Place, List<CapsuleModel>> _turned = [];

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
        HashSet<Place>? places = turn.ChangedPlaces();
        if (places is null)
        {
            return Nothing;
        }

        turn.Compare(places);
        turn.Tell();
        turn.Settle();
        return turn._events;
    }

    /// <summary>The places that have to be looked at; null where there are none.</summary>
    private HashSet<Place>? ChangedPlaces()
    {
        HashSet<Place>? changed = _questions.Places.Count == 0 ? null : [.. _questions.Places.Where(place => _sight.Sees(place.Owner))];
        Subject[] subjects = _questions.Subjects;
        for (int index = 0; index < subjects.Length; index++)
        {
            ref readonly Subject subject = ref subjects[index];
            if (!subject.AsksRead && !subject.AsksPlaces)
            {
                continue;
            }

            CapsuleModel model = subject.Model;
            bool isSeen = _sight.Sees(model);
            if (subject.AsksRead && isSeen != SeeingRule.Ask(model, _sight.User) && model.Parent is { } parent && _sight.Sees(parent))
            {
                Place place = Place.Of(model)!.Value;
                (changed ??= []).Add(place);
                (_turned.TryGetValue(place, out List<CapsuleModel>? items) ? items : _turned[place] = []).Add(model);
            }

            if (isSeen && subject.AsksPlaces)
            {
                (changed ??= []).UnionWith(TurnedPlaces(model, _sight.Find(model)!));
            }
        }

        return changed;
    }

    /// <summary>The places below a model that its rules now say otherwise of.</summary>
    private IEnumerable<Place> TurnedPlaces(CapsuleModel model, Seen seen) =>
        Place.Below(model).Where(place => (seen.Places[place.Index] is not null) != _sight.Shows(place));

    private void Compare(HashSet<Place> places)
    {
        foreach (Place place in places.OrderBy(static place => Depth(place.Owner)))
        {
            if (Stays(place.Owner))
            {
                Compare(place, _sight.Find(place.Owner)!);
            }
        }
    }

    private void Compare(Place place, Seen owner)
    {
        List<CapsuleModel>? before = owner.Places[place.Index];
        if (place.IsCollection && before is not null && !_questions.Places.Contains(place) && _sight.Shows(place))
        {
            List<CapsuleModel> turned = _turned[place];
            ModelCollection collection = place.Collection;
            turned.Sort((one, other) => collection.IndexOf(one).CompareTo(collection.IndexOf(other)));
            _changed.Add(new(place, before, Turned(collection, before, turned), turned));
            return;
        }

        List<CapsuleModel>? after = _sight.Look(place, before is null ? static (_, _) => null : Known);
        foreach (CapsuleModel item in after ?? [])
        {
            if (_sight.Find(item) is { } seen)
            {
                seen.PlacedIn = _sight.Turn;
            }
        }

        foreach (CapsuleModel item in before ?? [])
        {
            _sight.Find(item)!.LeftIn = _sight.Turn;
        }

        _changed.Add(new(place, before ?? [], after, Turned: null));
    }

    /// <summary>An item whose rule is not asked again is seen if it was.</summary>
    private bool? Known(Place place, CapsuleModel item) => _questions.Asks(item) ? null : _sight.Find(item)?.Place == place;

    /// <summary>What is to be seen of a collection of which nothing else changed than what rules say of some items.</summary>
    private List<CapsuleModel> Turned(ModelCollection collection, List<CapsuleModel> before, List<CapsuleModel> turned)
    {
        var after = new List<CapsuleModel>(before);
        foreach (CapsuleModel item in turned)
        {
            if (_sight.Find(item) is { } seen)
            {
                seen.LeftIn = _sight.Turn;
                after.Remove(item);
            }
            else
            {
                after.Insert(IndexIn(after, collection, item), item);
            }
        }

        return after;
    }

    /// <summary>Where an item belongs among some that are in the order of the collection.</summary>
    private static int IndexIn(List<CapsuleModel> items, ModelCollection collection, CapsuleModel item)
    {
        int position = collection.IndexOf(item);
        int low = 0;
        for (int high = items.Count; low < high;)
        {
            int middle = (low + high) / 2;
            (low, high) = collection.IndexOf(items[middle]) < position ? (middle + 1, high) : (low, middle);
        }

        return low;
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

    /// <summary>Whether a place was found to hold the item that was in sight.</summary>
    private bool IsKept(ChangedPlace changed, CapsuleModel item) =>
        _sight.Find(item) is { } seen && (changed.IsInOrder ? seen.LeftIn != _sight.Turn : seen.PlacedIn == _sight.Turn);

    private void Tell()
    {
        var orders = new SightOrders();
        foreach (ChangedPlace changed in _changed)
        {
            if (changed is { IsInOrder: false, Place.IsCollection: true })
            {
                orders.Follow(changed.Place, changed.Before);
                orders.Keep(InPlace(changed.Place, changed.Before, changed.After ?? []));
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
        foreach (ChangedPlace changed in _changed)
        {
            if (changed is { IsInOrder: true } or { Place.IsCollection: false } or { After: null })
            {
                continue;
            }

            for (int index = 0; index < changed.After.Count; index++)
            {
                CapsuleModel item = changed.After[index];
                if (_sight.Find(item) is { Place: { } from } && !orders.Keeps(item))
                {
                    orders.Follow(from, _sight.Find(from.Owner)!.Places[from.Index]!);
                    orders.Leave(from, item);
                    _events.Add(new(StructureKind.Move, item, changed.Place, orders.Enter(changed.Place, changed.After, index), from));
                }
            }
        }
    }

    private void TellGone(SightOrders orders)
    {
        foreach (ChangedPlace changed in _changed)
        {
            foreach (CapsuleModel item in changed.Former)
            {
                if (!_sight.Sees(item) || IsKept(changed, item))
                {
                    continue;
                }

                if (changed.Place.IsCollection)
                {
                    if (!changed.IsInOrder)
                    {
                        orders.Leave(changed.Place, item);
                    }

                    _events.Add(new(StructureKind.Remove, item, changed.Place));
                }
                else if (changed.After is not { Count: > 0 })
                {
                    _events.Add(new(StructureKind.Remove, item, changed.Place));
                }
            }
        }
    }

    private void TellNew(SightOrders orders)
    {
        foreach (ChangedPlace changed in _changed)
        {
            for (int index = 0; index < changed.Present.Count; index++)
            {
                CapsuleModel item = changed.Present[index];
                if (changed.IsInOrder ? !_sight.Sees(item) : !IsKept(changed, item))
                {
                    int at = !changed.Place.IsCollection ? 0
                        : changed.IsInOrder ? IndexIn(changed.After!, changed.Place.Collection, item)
                        : orders.Enter(changed.Place, changed.After!, index);
                    _events.Add(new(StructureKind.Insert, item, changed.Place, at));
                }
            }
        }
    }

    /// <summary>From now on the audience has been told.</summary>
    private void Settle()
    {
        foreach (SightEvent told in _events)
        {
            if (told.Kind == StructureKind.Move)
            {
                _sight.Find(told.Item)!.Place = told.Place;
            }
        }

        foreach (ChangedPlace changed in _changed)
        {
            foreach (CapsuleModel item in changed.Former)
            {
                if (!IsKept(changed, item))
                {
                    _sight.Leave(item);
                }
            }

            _sight.Find(changed.Place.Owner)!.Places[changed.Place.Index] = changed.After;
        }

        foreach (SightEvent told in _events)
        {
            if (told.Kind == StructureKind.Insert)
            {
                _sight.Enter(told.Item, told.Place);
            }
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
