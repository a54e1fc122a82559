namespace Capsule.Generators.Models;

/// <summary>A value that is computed from others, on both sides.</summary>
/// <param name="Property">The property as C# declares it.</param>
/// <param name="WireName">In TypeScript.</param>
/// <param name="Type">What it gives.</param>
/// <param name="Script">The expression in TypeScript, and in JavaScript: it has no types in it. <c>self</c> is the model.</param>
/// <param name="UsesClient">Whether it calls functions of <c>capsule-client/computed</c>.</param>
/// <param name="Mirrors">The other mirrors whose classes it asks for.</param>
/// <param name="Dependencies">What it is computed from: names of members, each after the name of its model, such as <c>card.points</c>.</param>
internal sealed record ComputedSpec(
    PropertySpec Property,
    string WireName,
    TypeRef Type,
    string Script,
    bool UsesClient,
    EquatableArray<string> Mirrors,
    EquatableArray<string> Dependencies);
