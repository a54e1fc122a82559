namespace Capsule.Access.Seeing;

/// <summary>A place of a model that stays in sight, of whose items some came, went or moved.</summary>
/// <param name="Place">The place.</param>
/// <param name="Before">What the audience was told to be in it.</param>
/// <param name="After">What it is to see there; null if the place is no longer there for it.</param>
/// <param name="IsInOrder">Whether nothing in it has moved: rules alone let items come and go.</param>
internal readonly record struct ChangedPlace(Place Place, List<CapsuleModel> Before, List<CapsuleModel>? After, bool IsInOrder);
