namespace Capsule.Generators.Models;

/// <summary>A method that tells of a happening. The generator writes what it does.</summary>
/// <param name="Name">In C#, escaped where it is a keyword.</param>
/// <param name="WireName">In JSON and TypeScript.</param>
/// <param name="Accessibility">As it is declared, with what else the other part has to repeat.</param>
/// <param name="Parameters">What is told.</param>
/// <param name="Documentation">The comment above it as it is written, with its slashes; empty if there is none.</param>
internal sealed record BroadcastSpec(string Name, string WireName, string Accessibility, EquatableArray<ParameterSpec> Parameters, string Documentation)
{
    /// <summary>The types of what is told.</summary>
    public IEnumerable<TypeRef> ValueTypes => Parameters.Select(static parameter => parameter.Type!);

    /// <summary>The same, with records that are called after the mirror in whose namespace they stand.</summary>
    public BroadcastSpec In(string mirror) => this with
    {
        Parameters = Parameters.Select(parameter => parameter with { Type = parameter.Type!.In(mirror) }).ToEquatableArray(),
    };
}
