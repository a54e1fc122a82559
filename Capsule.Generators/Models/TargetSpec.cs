namespace Capsule.Generators.Models;

/// <summary>The class of the models that a reference can point at.</summary>
/// <param name="TypeName">In C#, with <c>global::</c>.</param>
/// <param name="WireName">Its name on the wire.</param>
/// <param name="IsAbstract">Whether no target is just of that class.</param>
internal sealed record TargetSpec(string TypeName, string WireName, bool IsAbstract)
{
    /// <summary>The models that the target can be, where they are several.</summary>
    public EquatableArray<FamilyMember> Family { get; init; } = new([]);

    /// <summary>What the class was called on the wire before.</summary>
    public EquatableArray<string> FormerNames { get; init; } = new([]);

    /// <summary>How its type is called in TypeScript.</summary>
    public string Mirror { get; init; } = Models.WireName.ToMirrorName(WireName);
}
