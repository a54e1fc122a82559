namespace Capsule.Generators.Models;

/// <summary>The class of the models that a reference can point at, or that an expression asks for.</summary>
/// <param name="TypeName">In C#, with <c>global::</c>.</param>
/// <param name="WireName">Its name on the wire.</param>
internal sealed record TargetSpec(string TypeName, string WireName)
{
    /// <summary>The models that it can be, where they are several.</summary>
    public EquatableArray<FamilyMember> Family { get; init; } = new([]);

    /// <summary>What it was called on the wire before, as <c>[Renamed]</c> says.</summary>
    public EquatableArray<string> FormerNames { get; init; } = new([]);

    /// <summary>Whether it is never just of the declared type.</summary>
    public bool IsAbstract { get; init; }

    /// <summary>How its type is called in TypeScript.</summary>
    public string Mirror { get; init; } = Models.WireName.ToMirrorName(WireName);
}
