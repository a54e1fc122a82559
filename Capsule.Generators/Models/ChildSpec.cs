namespace Capsule.Generators.Models;

/// <summary>A child model. Its number is its place in the model's list.</summary>
/// <param name="Property">The property as C# declares it.</param>
/// <param name="WireName">In JSON and TypeScript.</param>
/// <param name="TypeName">The child's class in C#, with <c>global::</c>.</param>
/// <param name="ChildWireName">The child's own name on the wire.</param>
/// <param name="Getter">The getter's keyword with its own accessibility.</param>
/// <param name="Setter">The setter's keyword likewise; null for a child that is never replaced.</param>
/// <param name="IsNullable">Whether there may be none.</param>
internal sealed record ChildSpec(
    PropertySpec Property, string WireName, string TypeName, string ChildWireName, string Getter, string? Setter, bool IsNullable)
{
    /// <summary>The models that it can be, where they are several.</summary>
    public EquatableArray<FamilyMember> Family { get; init; } = new([]);

    /// <summary>Who sees it, where not everybody does who sees the model.</summary>
    public VisibilitySpec? Visibility { get; init; }

    /// <summary>Whether it is never just of the declared type.</summary>
    public bool IsChildAbstract { get; init; }

    /// <summary>Whether it is there with its model from the first moment, of the declared class, for all who see the model.</summary>
    public bool IsMade { get; init; }

    /// <summary>How its type is called in TypeScript.</summary>
    public string ChildMirror { get; init; } = Models.WireName.ToMirrorName(ChildWireName);

    /// <summary>What the place was called on the wire before, as <c>[Renamed]</c> says.</summary>
    public EquatableArray<string> FormerNames { get; init; } = new([]);

    /// <summary>What the child's class was called on the wire before.</summary>
    public EquatableArray<string> ChildFormerNames { get; init; } = new([]);
}
