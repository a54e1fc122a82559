namespace Capsule.Generators.Models;

/// <summary>What the server has to know of an attribute to compute it.</summary>
/// <param name="Dependencies">What it is computed from: names of members, each after the name of its model, such as <c>card.points</c>; <c>*</c> where that is not known.</param>
/// <param name="IsLocal">Whether it is computed from attributes of its own model alone.</param>
internal sealed record OnServerSpec(EquatableArray<string> Dependencies, bool IsLocal);
