namespace Capsule.Generators.Models;

/// <summary>A parameter of an exposed method.</summary>
/// <param name="Name">Without escape.</param>
/// <param name="Type">What it holds, or null where it is not on the wire.</param>
internal sealed record ParameterSpec(string Name, TypeRef? Type)
{
    /// <summary>Who fills it.</summary>
    public ParameterSource Source { get; init; }

    /// <summary>The class of the service or of the root, in C#; empty for others.</summary>
    public string TypeName { get; init; } = "";

    /// <summary>Whether there may be no such service.</summary>
    public bool IsOptional { get; init; }

    /// <summary>What C# takes for an argument that is left out, or null where it cannot be left out.</summary>
    public string? Default { get; init; }
}
