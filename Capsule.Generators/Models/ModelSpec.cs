namespace Capsule.Generators.Models;

/// <summary>A model: all that both emitters need to know of one class.</summary>
/// <param name="Namespace">With <c>@</c> where a part is a keyword; empty for the global one.</param>
/// <param name="Containers">The types around a nested model, outermost first.</param>
/// <param name="Name">In C#, escaped where it is a keyword.</param>
/// <param name="MetadataName">The full name as reflection spells it; unique in a compilation.</param>
/// <param name="Accessibility">What other code of the namespace may see of it: <c>public</c>, <c>internal</c>, or empty for nothing.</param>
/// <param name="SharesInternals">Whether the runtime's internals are visible to the class, which then overrides more openly.</param>
/// <param name="WireName">On the wire.</param>
/// <param name="Documentation">The comment above it as it is written, with its slashes; empty if there is none.</param>
/// <param name="Attributes">By number.</param>
/// <param name="Collections">By number.</param>
/// <param name="Children">By number.</param>
/// <param name="Methods">By number.</param>
internal sealed record ModelSpec(
    string Namespace,
    EquatableArray<ContainerSpec> Containers,
    string Name,
    string MetadataName,
    string Accessibility,
    bool SharesInternals,
    string WireName,
    string Documentation,
    EquatableArray<AttributeSpec> Attributes,
    EquatableArray<CollectionSpec> Collections,
    EquatableArray<ChildSpec> Children,
    EquatableArray<MethodSpec> Methods)
{
    /// <summary>The model that it derives from, or null.</summary>
    public ModelSpec? Base { get; init; }

    /// <summary>Whether there are only models that derive from it.</summary>
    public bool IsAbstract { get; init; }

    /// <summary>The models that can be where this one is declared, itself included, or none where that is this one alone.</summary>
    public EquatableArray<FamilyMember> Family { get; init; } = new([]);

    /// <summary>The class in C#, with <c>global::</c>.</summary>
    public string FullName => "global::" + string.Join(".", Containers.Select(container => container.Name).Prepend(Namespace).Append(Name).Where(part => part.Length > 0));

    /// <summary>Whether clients have to be told which of several models it is.</summary>
    public bool IsOfFamily => IsDerived || Base is not null || IsAbstract || Family.Count > 0;

    /// <summary>Whether it derives from another, of one whose members are its own.</summary>
    private bool IsDerived { get; init; }

    /// <summary>The number of its first own attribute: those of the base come before.</summary>
    public int FirstAttribute => Base is null ? 0 : Base.FirstAttribute + Base.Attributes.Count;

    /// <summary>The number of its first own collection likewise.</summary>
    public int FirstCollection => Base is null ? 0 : Base.FirstCollection + Base.Collections.Count;

    /// <summary>The number of its first own child likewise.</summary>
    public int FirstChild => Base is null ? 0 : Base.FirstChild + Base.Children.Count;

    /// <summary>The number of its first own method likewise.</summary>
    public int FirstMethod => Base is null ? 0 : Base.FirstMethod + Base.Methods.Count;

    /// <summary>The same with all that it inherits as its own, which is how the wire and the mirrors see it.</summary>
    public ModelSpec Flat()
    {
        if (Base?.Flat() is not { } inherited)
        {
            return this;
        }

        string mirror = Models.WireName.ToMirrorName(WireName);
        return this with
        {
            Base = null,
            Attributes = inherited.Attributes.Select(one => one with { Type = one.Type.In(mirror) }).Concat(Attributes).ToEquatableArray(),
            Collections = inherited.Collections.Concat(Collections).ToEquatableArray(),
            Children = inherited.Children.Concat(Children).ToEquatableArray(),
            Methods = inherited.Methods.Select(one => one.In(mirror) with { DeclaredIn = one.DeclaredIn ?? inherited.FullName }).Concat(Methods).ToEquatableArray(),
            Broadcasts = inherited.Broadcasts.Select(one => one.In(mirror)).Concat(Broadcasts).ToEquatableArray(),
            Computed = inherited.Computed.Select(one => one with { Type = one.Type.In(mirror) }).Concat(Computed).ToEquatableArray(),
            IsDerived = true,
        };
    }

    /// <summary>What it was called on the wire before, as <c>[Renamed]</c> says, the oldest first.</summary>
    public EquatableArray<string> FormerNames { get; init; } = new([]);

    /// <summary>What the ledger knows of its past.</summary>
    public HistorySpec History { get; init; } = HistorySpec.None;

    /// <summary>Its rules that say who sees what.</summary>
    public SeeingRulesSpec Seeing { get; init; }

    /// <summary>The values that are computed from others.</summary>
    public EquatableArray<ComputedSpec> Computed { get; init; } = new([]);

    /// <summary>The methods that tell of happenings.</summary>
    public EquatableArray<BroadcastSpec> Broadcasts { get; init; } = new([]);

    /// <summary>The methods that clients may call.</summary>
    public IEnumerable<MethodSpec> ExposedMethods => Methods.Where(method => method.IsExposed);

    /// <summary>The types of the attributes and of the methods, and what is in them.</summary>
    public IEnumerable<TypeRef> ValueTypes => Attributes.SelectMany(attribute => attribute.HeldType.WithParts()).Concat(MethodTypes)
        .Concat(Broadcasts.SelectMany(static one => one.ValueTypes).SelectMany(static type => type.WithParts()));

    /// <summary>The types of the methods, and what is in them.</summary>
    public IEnumerable<TypeRef> MethodTypes => TypesOf(Methods);

    private static IEnumerable<TypeRef> TypesOf(IEnumerable<MethodSpec> methods) =>
        methods.SelectMany(method => method.ValueTypes).SelectMany(type => type.WithParts());
}
