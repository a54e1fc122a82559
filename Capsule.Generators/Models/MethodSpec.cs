namespace Capsule.Generators.Models;

/// <summary>A method that is called over the wire. Its number is its place in the model's list.</summary>
/// <param name="Name">In C#, escaped where it is a keyword.</param>
/// <param name="WireName">In JSON and TypeScript.</param>
/// <param name="Parameters">In the order of C#, those that are not on the wire included.</param>
/// <param name="Result">What it returns, or what its task brings; null for nothing.</param>
/// <param name="Documentation">The comment above it as it is written, with its slashes; empty if there is none.</param>
internal sealed record MethodSpec(string Name, string WireName, EquatableArray<ParameterSpec> Parameters, TypeRef? Result, string Documentation)
{
    /// <summary>What it was called on the wire before, as <c>[Renamed]</c> says.</summary>
    public EquatableArray<string> FormerNames { get; init; }

    /// <summary>What a client's user must have to call it, or null.</summary>
    public RequirementSpec? CallableBy { get; init; }

    /// <summary>Whether clients may call it, or servers alone.</summary>
    public bool IsExposed { get; init; } = true;

    /// <summary>The class that declares it, where that is a base of the model's.</summary>
    public string? DeclaredIn { get; init; }

    /// <summary>Whether it is static and runs outside of any turn.</summary>
    public bool IsAsync { get; init; }

    /// <summary>The same, with records that are called after the mirror in whose namespace they stand.</summary>
    public MethodSpec In(string mirror) => this with
    {
        Parameters = Parameters.Select(parameter => parameter with { Type = parameter.Type?.In(mirror) }).ToEquatableArray(),
        Result = Result?.In(mirror),
    };

    /// <summary>The types of what travels: of the arguments, and of the result.</summary>
    public IEnumerable<TypeRef> ValueTypes => Parameters.Select(parameter => parameter.Type).Append(Result).OfType<TypeRef>();

    /// <summary>What travels: the parameters that who calls fills.</summary>
    public IEnumerable<ParameterSpec> Arguments => Parameters.Where(parameter => parameter.Type is not null);
}
