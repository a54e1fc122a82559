namespace Capsule.Generators.Models;

/// <summary>A parameter of an exposed method.</summary>
/// <param name="Name">Without escape.</param>
/// <param name="Type">What it holds, or null for the context of the turn.</param>
internal sealed record ParameterSpec(string Name, TypeRef? Type)
{
    /// <summary>What C# takes for an argument that is left out, or null where it cannot be left out.</summary>
    public string? Default { get; init; }
}
