namespace Capsule.Generators.Models;

/// <summary>A method that is called over the wire. Its number is its place in the model's list.</summary>
/// <param name="Name">In C#, escaped where it is a keyword.</param>
/// <param name="WireName">In JSON and TypeScript.</param>
/// <param name="Parameters">In the order of C#, the context of the turn included.</param>
/// <param name="Result">What it returns, or null for nothing.</param>
/// <param name="Documentation">The comment above it as it is written, with its slashes; empty if there is none.</param>
internal sealed record MethodSpec(string Name, string WireName, EquatableArray<ParameterSpec> Parameters, TypeRef? Result, string Documentation)
{
    /// <summary>What it was called on the wire before, as <c>[Renamed]</c> says.</summary>
    public EquatableArray<string> FormerNames { get; init; }

    /// <summary>Whether clients may call it, or servers alone.</summary>
    public bool IsExposed { get; init; } = true;

    /// <summary>What travels: the parameters without the context of the turn.</summary>
    public IEnumerable<ParameterSpec> Arguments => Parameters.Where(parameter => parameter.Type is not null);
}
