namespace Capsule.Access.Seeing;

/// <summary>What an audience was told of one model.</summary>
internal sealed class Seen(Place? place, ulong attributes, int turn)
{
    /// <summary>Where it stands; null for the root.</summary>
    public Place? Place { get; set; } = place;

    /// <summary>Its attributes that are there for the audience.</summary>
    public ulong Attributes { get; set; } = attributes;

    /// <summary>What the audience sees in each place below it, by <see cref="Place.Index"/>, in order; null for a place that is not there for it.</summary>
    public List<CapsuleModel>?[] Places { get; init; } = [];

    /// <summary>The turn in which it came into sight.</summary>
    public int EnteredIn { get; } = turn;

    /// <summary>The last turn that looked where it stands and found it.</summary>
    public int PlacedIn { get; set; }

    /// <summary>The last turn that took it out of a place.</summary>
    public int LeftIn { get; set; }
}
