namespace Capsule.Build.Tasks;

/// <summary>Where models can stand: a collection or a child of a model.</summary>
/// <param name="Owner">The class that declares it.</param>
/// <param name="Member">The collection or child.</param>
/// <param name="Item">The class that it is declared to hold.</param>
internal sealed record AccessPlace(AccessType Owner, AccessMember Member, string Item);
