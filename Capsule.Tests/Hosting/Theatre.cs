namespace Capsule.Tests.Hosting;

/// <summary>A root in which some is stored and some is not.</summary>
[CapsuleModel]
public partial class Theatre
{
    [ClientEditable]
    public partial string Play { get; set; } = "none";

    [ClientEditable, Transient]
    public partial string Spotlight { get; set; } = "off";

    [Transient, ServerOnly]
    public partial string Cue { get; set; } = "silence";

    [ClientEditable, Reference]
    public partial Marker? Leader { get; set; }

    [ChildCollection]
    public partial ModelCollection<Puppet> Puppets { get; }

    [ChildCollection, Transient]
    public partial ModelCollection<Marker> Pointers { get; }

    [ChildCollection]
    public partial ModelCollection<Marker> Marks { get; }

    /// <summary>Of those who are here.</summary>
    [ChildCollection, Transient, SessionOwned]
    public partial ModelCollection<Marker> Guests { get; }

    /// <summary>Seats that are taken as long as somebody is here, kept over a crash.</summary>
    [ChildCollection, SessionOwned]
    public partial ModelCollection<Seat> Seats { get; }

    /// <summary>Seats that are somebody's for good.</summary>
    [ChildCollection]
    public partial ModelCollection<Seat> Sold { get; }

    /// <summary>Somebody laughs.</summary>
    [Broadcast]
    public partial void Laughed(string who, int loudness, IReadOnlyList<string> at);

    /// <summary>Whoever joins and is called usher is seen to.</summary>
    protected override void OnJoined(CapsuleSession session)
    {
        if (session is { IsReturning: false, User.Name: "usher" })
        {
            Seats.Add(new Seat { Row = 1 });
        }
    }

    /// <summary>Follows from what is not stored.</summary>
    [Computed(OnServer = true)]
    public int Crowd => Pointers.Count;

    [Exposed]
    public void Shine(string on) => Spotlight = on;

    [Exposed]
    public void Laugh(string at, TurnContext turn)
    {
        Laughed(turn.User.ToString(), 3, [at]);
        if (at == "nothing")
        {
            throw new InvalidOperationException("That is not funny.");
        }
    }

    protected override bool CanRead(CapsuleUser user) => user.IsAuthenticated;

    protected override bool CanEdit(CapsuleUser user) => user.IsAuthenticated;
}

/// <summary>Something that is stored, with a part that is not.</summary>
[CapsuleModel]
public partial class Puppet
{
    [ClientEditable]
    public partial string Name { get; set; }

    [ClientEditable, Transient]
    public partial int Height { get; set; }

    /// <summary>Whether everybody sees it; the rule reads what is not stored.</summary>
    [ClientEditable, Transient]
    public partial bool Hidden { get; set; }

    [ChildCollection, Transient]
    public partial ModelCollection<Marker> Pointers { get; }

    protected override bool CanRead(CapsuleUser user) => !Hidden || user.Is("director");

    /// <summary>It bows.</summary>
    [Broadcast]
    public partial void Bowed();
}

/// <summary>One that somebody has taken.</summary>
[CapsuleModel("theatreSeat")]
public partial class Seat
{
    [ClientEditable]
    public partial int Row { get; set; }
}

/// <summary>Where somebody points.</summary>
[CapsuleModel]
public partial class Marker
{
    [ClientEditable]
    public partial int X { get; set; }

    [ChildCollection]
    public partial ModelCollection<Trace> Traces { get; }
}

/// <summary>Where somebody pointed before: below what is not stored, nothing is.</summary>
[CapsuleModel]
public partial class Trace
{
    [ClientEditable]
    public partial int X { get; set; }
}
