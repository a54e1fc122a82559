namespace Capsule.Access.Seeing;

/// <summary>What an audience was told of where one model stands, and of what is below it.</summary>
internal sealed class Seen(Place? place)
{
    /// <summary>Where it stands; null for the root.</summary>
    public Place? Place { get; set; } = place;

    /// <summary>What the audience sees in each place below it, by <see cref="Place.Index"/>, in order; null for a place that is not there for it.</summary>
    public List<CapsuleModel>?[] Places { get; init; } = [];

    /// <summary>The last turn that looked where it stands and found it.</summary>
    public int PlacedIn { get; set; }

    /// <summary>The last turn that took it out of a place.</summary>
    public int LeftIn { get; set; }
}
