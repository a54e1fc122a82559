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
    /// <summary>The values that are computed from others.</summary>
    public EquatableArray<ComputedSpec> Computed { get; init; }

    /// <summary>The methods that clients may call.</summary>
    public IEnumerable<MethodSpec> ExposedMethods => Methods.Where(method => method.IsExposed);

    /// <summary>The enums of the attributes and of the methods, each once.</summary>
    public IEnumerable<EnumSpec> Enums => ValueTypes.Select(type => type.Enum).OfType<EnumSpec>().Distinct();

    /// <summary>The enums of the methods, each once.</summary>
    public IEnumerable<EnumSpec> MethodEnums => MethodTypes.Select(type => type.Enum).OfType<EnumSpec>().Distinct();

    /// <summary>The records of the attributes and of the methods, each once, those within others first.</summary>
    public IEnumerable<RecordSpec> Records => ValueTypes.Select(type => type.Record).OfType<RecordSpec>().Distinct();

    /// <summary>The records of the methods that clients may call, likewise.</summary>
    public IEnumerable<RecordSpec> ExposedRecords => TypesOf(ExposedMethods).Select(type => type.Record).OfType<RecordSpec>().Distinct();

    /// <summary>The records of the methods likewise.</summary>
    public IEnumerable<RecordSpec> MethodRecords => MethodTypes.Select(type => type.Record).OfType<RecordSpec>().Distinct();

    /// <summary>The types of the attributes and of the methods, and what is in them.</summary>
    public IEnumerable<TypeRef> ValueTypes => Attributes.SelectMany(attribute => attribute.Type.WithParts()).Concat(MethodTypes);

    private IEnumerable<TypeRef> MethodTypes => TypesOf(Methods);

    private static IEnumerable<TypeRef> TypesOf(IEnumerable<MethodSpec> methods) =>
        methods.SelectMany(method => method.Arguments.Select(argument => argument.Type).Append(method.Result)).OfType<TypeRef>().SelectMany(type => type.WithParts());
}
