namespace Capsule.Access.Seeing;

/// <summary>A place of a model that stays in sight, of whose items some came, went or moved.</summary>
/// <param name="Place">The place.</param>
/// <param name="Before">What the audience was told to be in it.</param>
/// <param name="After">What it is to see there; null if the place is no longer there for it.</param>
/// <param name="Turned">The items that came or went because a rule says so, in the order of the place, where nothing else happened in it; else null.</param>
internal readonly record struct ChangedPlace(Place Place, List<CapsuleModel> Before, List<CapsuleModel>? After, List<CapsuleModel>? Turned)
{
    /// <summary>Whether nothing in it has moved.</summary>
    public bool IsInOrder => Turned is not null;

    /// <summary>The items among which those are that went.</summary>
    public List<CapsuleModel> Former => Turned ?? Before;

    /// <summary>The items among which those are that came.</summary>
    public List<CapsuleModel> Present => Turned ?? After ?? [];
}
