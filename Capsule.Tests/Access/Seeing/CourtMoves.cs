namespace Capsule.Tests.Access.Seeing;

/// <summary>Random things that a server does to a court.</summary>
internal static class CourtMoves
{
    /// <summary>Does one, and says which.</summary>
    public static string Step(Random random, Court court, string[] names, Func<string> marker)
    {
        Room[] rooms = [.. court.Rooms.Concat(court.Backrooms).SelectMany(WithInner)];
        ModelCollection<Thing>[] shelves = [court.Trophies, court.Vault.Things, .. court.Stage is { } stage ? [stage.Props] : Array.Empty<ModelCollection<Thing>>(), .. rooms.Select(static room => room.Things), .. rooms.Select(static room => room.Dust)];
        ModelCollection<Room>[] floors = [court.Rooms, court.Backrooms, .. rooms.Select(static room => room.Inner)];
        Thing[] things = [.. shelves.SelectMany(static shelf => shelf)];
        Room? room = Any(rooms);
        Thing? thing = Any(things);
        ModelCollection<Thing> shelf = Any(shelves)!;
        ModelCollection<Room> floor = Any(floors)!;
        switch (random.Next(22))
        {
            case 0:
                court.Title = marker();
                court.Memo = marker();
                court.Whisper = marker();
                return "title and memo";
            case 1:
                court.Budget = marker();
                court.Secret = marker();
                return "budget and secret";
            case 2:
                court.Pin = marker();
                court.Nod = marker();
                return "pin and nod";
            case 3:
                court.Host = Name();
                return $"host {court.Host}";
            case 4 when random.Next(4) == 0:
                court.Banned = random.Next(2) == 0 ? [] : [Name()];
                return $"banned {string.Join(' ', court.Banned)}";
            case 5:
                court.Crown = Any(things);
                return $"crown {court.Crown?.Id}";
            case 6:
                Thing added = NewThing();
                shelf.Insert(random.Next(shelf.Count + 1), added);
                return $"add thing {added.Id} to {shelf.Name} of {shelf.Owner.Id}";
            case 7 or 8:
                var built = new Room { Name = marker(), IsOpen = random.Next(2) == 0, Guests = [Name()] };
                for (int count = random.Next(3); count > 0; count--)
                {
                    built.Things.Add(NewThing());
                }

                floor.Insert(random.Next(floor.Count + 1), built);
                return $"add room {built.Id} to {floor.Name} of {floor.Owner.Id}";
            case 9:
                court.Stage = random.Next(3) == 0 ? null : new Stage { Act = marker(), Curtain = random.Next(2) == 0 };
                court.Stage?.Props.Add(NewThing());
                return $"stage {court.Stage?.Id}";
            case 10 when court.Stage is { } open:
                open.Curtain = !open.Curtain;
                open.Act = marker();
                return $"curtain {open.Curtain}";
            case 11 when room is not null:
                room.IsOpen = !room.IsOpen;
                return $"room {room.Id} open {room.IsOpen}";
            case 12 when room is not null:
                room.Guests = random.Next(3) == 0 ? [] : [Name(), Name()];
                room.Name = marker();
                return $"room {room.Id} for {string.Join(' ', room.Guests)}";
            case 13 when room is not null:
                room.Featured = Any(things);
                return $"room {room.Id} shows {room.Featured?.Id}";
            case 14 when thing is not null:
                thing.Owner = random.Next(3) == 0 ? "" : Name();
                thing.Label = marker();
                return $"thing {thing.Id} of {thing.Owner}";
            case 15 when thing is not null:
                thing.FaceUp = !thing.FaceUp;
                thing.Face = random.Next(2) == 0 ? thing.Face : marker();
                return $"thing {thing.Id} up {thing.FaceUp}";
            case 16 when thing is not null:
                thing.Twin = Any(things);
                return $"thing {thing.Id} like {thing.Twin?.Id}";
            case 17 when thing is not null:
                if (thing.Tag is { } tag && random.Next(2) == 0)
                {
                    tag.IsHidden = !tag.IsHidden;
                    tag.Text = marker();
                    return $"tag of {thing.Id} hidden {tag.IsHidden}";
                }

                thing.Tag = random.Next(3) == 0 ? null : new Tag { Text = marker(), IsHidden = random.Next(2) == 0 };
                return $"tag of {thing.Id}: {thing.Tag?.Id}";
            case 18 when thing is not null && (thing.Collection!.Name == "dust") == (shelf.Name == "dust"):
                shelf.Move(thing, random.Next(shelf.Count + 1));
                return $"move thing {thing.Id} to {shelf.Name} of {shelf.Owner.Id}";
            case 19 when room is not null && floors.FirstOrDefault(one => one == floor && !WithInner(room).Contains(one.Owner)) is { } target:
                target.Move(room, random.Next(target.Count + 1));
                return $"move room {room.Id} to {target.Name} of {target.Owner.Id}";
            case 20 when thing is not null:
                ((ModelCollection<Thing>)thing.Collection!).Remove(thing);
                return $"remove thing {thing.Id}";
            case 21 when room is not null && random.Next(2) == 0:
                ((ModelCollection<Room>)room.Collection!).Remove(room);
                return $"remove room {room.Id}";
            default:
                return "nothing";
        }

        T? Any<T>(T[] all) => all.Length == 0 ? default : all[random.Next(all.Length)];

        string Name() => names[random.Next(names.Length)];

        Thing NewThing() => new()
        {
            Label = marker(), Face = marker(), Owner = random.Next(2) == 0 ? "" : Name(), FaceUp = random.Next(2) == 0, Twin = Any(things),
            Tag = random.Next(3) == 0 ? new Tag { Text = marker(), IsHidden = random.Next(2) == 0 } : null,
        };
    }

    private static IEnumerable<Room> WithInner(Room room) => [room, .. room.Inner.SelectMany(WithInner)];
}
