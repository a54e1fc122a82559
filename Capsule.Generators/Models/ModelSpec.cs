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
    /// <summary>The enums of the attributes and of the methods, each once.</summary>
    public IEnumerable<EnumSpec> Enums => Attributes.Select(attribute => attribute.Type.Enum).Concat(MethodEnums).OfType<EnumSpec>().Distinct();

    /// <summary>The enums of the methods, each once.</summary>
    public IEnumerable<EnumSpec> MethodEnums =>
        Methods.SelectMany(method => method.Arguments.Select(argument => argument.Type).Append(method.Result))
            .Select(type => type?.Enum)
            .OfType<EnumSpec>()
            .Distinct();
}
