namespace Capsule.Generators.Models;

/// <summary>A child collection of a model. Its number is its place in the model's list.</summary>
/// <param name="Property">The property as C# declares it.</param>
/// <param name="WireName">In JSON and TypeScript.</param>
/// <param name="TypeName">The collection's class in C#, with <c>global::</c>.</param>
/// <param name="ItemTypeName">The items' class in C#, with <c>global::</c>.</param>
/// <param name="ItemWireName">The items' name on the wire.</param>
internal sealed record CollectionSpec(PropertySpec Property, string WireName, string TypeName, string ItemTypeName, string ItemWireName)
{
    /// <summary>The models that an item can be, where they are several.</summary>
    public EquatableArray<FamilyMember> Family { get; init; } = new([]);

    /// <summary>What a client's user must have to add, move and remove items, or null.</summary>
    public RequirementSpec? EditableBy { get; init; }

    /// <summary>Who sees it, where not everybody does who sees the model.</summary>
    public VisibilitySpec? Visibility { get; init; }

    /// <summary>Whether what is in it is sent and not stored.</summary>
    public bool IsTransient { get; init; }

    /// <summary>Whether what a session adds to it goes with the session.</summary>
    public bool IsSessionOwned { get; init; }

    /// <summary>Whether no item is just of the declared type.</summary>
    public bool IsItemAbstract { get; init; }

    /// <summary>How the items' type is called in TypeScript.</summary>
    public string ItemMirror { get; init; } = Models.WireName.ToMirrorName(ItemWireName);

    /// <summary>What it was called on the wire before, as <c>[Renamed]</c> says.</summary>
    public EquatableArray<string> FormerNames { get; init; } = new([]);

    /// <summary>What the items' class was called on the wire before.</summary>
    public EquatableArray<string> ItemFormerNames { get; init; } = new([]);
}
