namespace Capsule.Generators.Models;

/// <summary>An attribute of a model: a partial property that is tracked and goes over the wire. Its number is its place in the model's list.</summary>
/// <param name="Property">The property as C# declares it.</param>
/// <param name="Setter">The setter's keyword with its own accessibility, such as <c>private set</c>.</param>
/// <param name="Getter">The getter's keyword likewise.</param>
/// <param name="WireName">In JSON and TypeScript.</param>
/// <param name="Type">What it holds.</param>
/// <param name="HasInitialValue">Whether an initial value stands beside the property.</param>
/// <param name="IsClientEditable">Whether clients may set it.</param>
/// <param name="IsServerOnly">Whether clients must not even know of it.</param>
internal sealed record AttributeSpec(
    PropertySpec Property,
    string Getter,
    string Setter,
    string WireName,
    TypeRef Type,
    bool HasInitialValue,
    bool IsClientEditable,
    bool IsServerOnly)
{
    /// <summary>The validation rules, in the order in which they are written.</summary>
    public EquatableArray<RuleSpec> Rules { get; init; }

    /// <summary>What people call it, where <c>[Display]</c> says so.</summary>
    public TextSpec? Label { get; init; }

    /// <summary>What else <c>[Display]</c> says, if there is one.</summary>
    public DisplaySpec? Display { get; init; }

    /// <summary>What a new model has, where that can be read off the source: beside the property, with no constructor that may set another.</summary>
    public InitialValueSpec? InitialValue { get; init; }

    /// <summary>What it was called on the wire before, as <c>[Renamed]</c> says.</summary>
    public EquatableArray<string> FormerNames { get; init; } = new([]);

    /// <summary>What a client's user must have to set it, or null.</summary>
    public RequirementSpec? EditableBy { get; init; }

    /// <summary>Who sees it, where not everybody does who sees the model.</summary>
    public VisibilitySpec? Visibility { get; init; }

    /// <summary>What the server computes it from; null for one that is set.</summary>
    public OnServerSpec? OnServer { get; init; }

    /// <summary>Whether it is set once.</summary>
    public bool IsImmutable { get; init; }

    /// <summary>Whether it is true on one item of a collection at most.</summary>
    public bool IsRadio { get; init; }

    /// <summary>Whether it is sent and not stored.</summary>
    public bool IsTransient { get; init; }

    /// <summary>Whether a new model may have another value than null, nothing or zero: one beside the property, or one that a constructor sets.</summary>
    public bool MayStartFilled { get; init; }

    /// <summary>The property that holds it: of a computed one, what was computed last.</summary>
    public string Holder => OnServer is null ? Property.Reference : $"CapsuleKept{Property.Name.TrimStart('@')}";

    /// <summary>What its holder holds: nothing as well, until something of a type without an empty value is computed.</summary>
    public TypeRef HeldType => OnServer is not null && Type is { IsReference: true, StartsEmpty: false } ? Type with { IsNullable = true } : Type;

    /// <summary>Whether the field may hold null although the property never does: the getter then gives what is empty.</summary>
    public bool StartsEmpty => Type.StartsEmpty && !Type.IsNullable && !HasInitialValue;
}
