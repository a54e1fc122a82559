namespace Capsule.Generators.Models;

/// <summary>A value that is computed from others, on both sides.</summary>
/// <param name="Property">The property as C# declares it.</param>
/// <param name="WireName">In TypeScript.</param>
/// <param name="Type">What it gives.</param>
/// <param name="Script">The expression in TypeScript, and in JavaScript: it has no types in it. <c>self</c> is the model, <see cref="PlaceOf"/> stands for classes.</param>
/// <param name="UsesClient">Whether it calls functions of <c>capsule-client/computed</c>.</param>
/// <param name="Asked">The models of which it asks whether something is one.</param>
/// <param name="Dependencies">What it is computed from: names of members, each after the name of its model, such as <c>card.points</c>.</param>
internal sealed record ComputedSpec(
    PropertySpec Property,
    string WireName,
    TypeRef Type,
    string Script,
    bool UsesClient,
    EquatableArray<TargetSpec> Asked,
    EquatableArray<string> Dependencies)
{
    /// <summary>What somebody must have to see all that it is computed from, each once.</summary>
    public EquatableArray<RequirementSpec> Requirements { get; init; } = new([]);

    /// <summary>What stands in the script for the classes of a model that is asked for: which those are is known when all models are.</summary>
    /// <param name="index">Of the model in <see cref="Asked"/>.</param>
    public static string PlaceOf(int index) => $"\u0001{index}\u0001";
}
