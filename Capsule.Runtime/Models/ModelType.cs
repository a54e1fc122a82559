using System.Collections.Immutable;
using System.Globalization;

namespace Capsule;

/// <summary>Describes a model class: its name on the wire, its members by number, and how to make one. Made by generated code, once per class;
/// immutable and safe to share.</summary>
public sealed partial class ModelType
{
    private readonly Func<CapsuleModel>? _create;
    private readonly ulong _hash;
    private readonly Lazy<ImmutableArray<ModelType>> _family;

    /// <summary>For generated code.</summary>
    /// <param name="name">The name on the wire.</param>
    /// <param name="type">The C# class.</param>
    /// <param name="create">Makes an instance; null for an abstract class.</param>
    /// <param name="hash">Of what clients know of the class.</param>
    /// <param name="attributes">The class's own, without those of its base.</param>
    /// <param name="collections">Likewise.</param>
    /// <param name="children">Likewise.</param>
    /// <param name="methods">Likewise.</param>
    /// <param name="baseType">The model class that it derives from.</param>
    /// <param name="family">The model classes that can be where this one is declared, where that is not this one alone; asked late, because classes may refer
    /// to each other.</param>
    public ModelType(
        string name,
        Type type,
        Func<CapsuleModel>? create,
        ulong hash,
        AttributeInfo[] attributes,
        CollectionInfo[] collections,
        ChildInfo[] children,
        MethodInfo[] methods,
        ModelType? baseType = null,
        Func<ModelType>[]? family = null)
    {
        Name = name;
        EncodedName = Internals.CapsuleJson.Name(name);
        ClrType = type;
        _create = create;
        _hash = hash;
        BaseType = baseType;
        _family = new(() => family is null or [] ? (create is null ? [] : [this]) : [.. family.Select(static one => one())]);
        Attributes = [.. baseType?.Attributes ?? [], .. attributes];
        Collections = [.. baseType?.Collections ?? [], .. collections];
        Children = [.. baseType?.Children ?? [], .. children];
        Methods = [.. baseType?.Methods ?? [], .. methods];
        HasRuledPlaces = Collections.Any(static one => one.HasRule) || Children.Any(static one => one.HasRule);
        _hasRulesBelow = new(FindRulesBelow);
        _views = new(() => new Access.Seeing.Views(this));
        _transients = new(() => new TransientMembers(this));
        for (int index = 0; index < Attributes.Length; index++)
        {
            AllAttributes |= 1UL << index;
            if (!Attributes[index].Access.HasFlag(AttributeAccess.ServerOnly))
            {
                PublicAttributes |= 1UL << index;
            }

            if (Attributes[index].HasRule)
            {
                RuledAttributes |= 1UL << index;
            }

            if (Attributes[index].Access.HasFlag(AttributeAccess.Radio))
            {
                RadioAttributes |= 1UL << index;
            }

            if (Attributes[index].Access.HasFlag(AttributeAccess.Reference))
            {
                ReferenceAttributes |= 1UL << index;
            }

            if (Attributes[index].Access.HasFlag(AttributeAccess.Computed))
            {
                ComputedAttributes |= 1UL << index;
            }

            if (Attributes[index].Access.HasFlag(AttributeAccess.Transient))
            {
                TransientAttributes |= 1UL << index;
            }
        }
    }

    /// <summary>The name on the wire.</summary>
    public string Name { get; }

    /// <summary>The C# class.</summary>
    public Type ClrType { get; }

    /// <summary>The model class that it derives from, or null.</summary>
    public ModelType? BaseType { get; }

    /// <summary>The model classes that can be where this one is declared: itself, unless it is abstract, and those that derive from it.</summary>
    public ImmutableArray<ModelType> Family => _family.Value;

    /// <summary>The attributes, by number: those of the base first.</summary>
    public ImmutableArray<AttributeInfo> Attributes { get; }

    /// <summary>The child collections, by number.</summary>
    public ImmutableArray<CollectionInfo> Collections { get; }

    /// <summary>The child models, by number.</summary>
    public ImmutableArray<ChildInfo> Children { get; }

    /// <summary>The exposed methods, by number.</summary>
    public ImmutableArray<MethodInfo> Methods { get; }

    internal System.Text.Json.JsonEncodedText EncodedName { get; }

    /// <summary>One bit for each attribute.</summary>
    internal ulong AllAttributes { get; }

    /// <summary>One bit for each attribute that the server computes.</summary>
    internal ulong ComputedAttributes { get; }

    /// <summary>One bit for each attribute that clients may be sent.</summary>
    internal ulong PublicAttributes { get; }

    /// <summary>One bit for each attribute that is true on one item of a collection at most.</summary>
    internal ulong RadioAttributes { get; }

    /// <summary>One bit for each attribute that refers to another model of the tree.</summary>
    internal ulong ReferenceAttributes { get; }

    /// <summary>The description of a model class.</summary>
    public static ModelType Of<TModel>()
        where TModel : CapsuleModel, Internals.ICapsuleModel<TModel> => TModel.ModelType;

    /// <summary>True where the data of a model say which class it is of: where there are several, and where there may be, because the declared one is abstract.</summary>
    internal bool IsFamily => Family is not [var only] || only != this;

    /// <summary>The class of data that do not say theirs: the declared one, or the only one; null where those are abstract or several.</summary>
    internal ModelType? Unsaid => Family.Contains(this) ? this : Family is [var only] ? only : null;

    /// <summary>A new instance, with the initial values of its attributes.</summary>
    /// <exception cref="InvalidOperationException">The class is abstract.</exception>
    public CapsuleModel Create() => _create?.Invoke()
        ?? throw new InvalidOperationException($"The model '{Name}' is abstract. Make one of those that derive from it: {string.Join(", ", Family.Select(one => one.Name))}.");

    /// <summary>Whether a model of the other class can be where this one is declared.</summary>
    internal bool Takes(ModelType other) => other == this || Family.Contains(other);

    /// <summary>The class of this family whose name on the wire the reader stands on, or null.</summary>
    internal ModelType? Member(ref System.Text.Json.Utf8JsonReader name)
    {
        foreach (ModelType member in Family)
        {
            if (name.ValueTextEquals(member.Name) || member.History.WasCalled(ref name))
            {
                return member;
            }
        }

        return null;
    }

    /// <summary>What the attribute of a new model has. A reference has nothing: what a constructor makes it refer to is in no tree.</summary>
    internal object? InitialValueOf(int attribute) => (ReferenceAttributes & (1UL << attribute)) != 0 ? null : Create().ValueOf(attribute);

    /// <summary>This class and all that can stand below one of its models, each once, this one first.</summary>
    public ImmutableArray<ModelType> Reachable()
    {
        var found = new List<ModelType> { this };
        for (int next = 0; next < found.Count; next++)
        {
            foreach (CollectionInfo collection in found[next].Collections)
            {
                AddNew(found, collection.ItemType.Family);
            }

            foreach (ChildInfo child in found[next].Children)
            {
                AddNew(found, child.Type.Family);
            }
        }

        return [.. found];

        static void AddNew(List<ModelType> found, ImmutableArray<ModelType> types) => found.AddRange(types.Where(type => !found.Contains(type)));
    }

    /// <summary>The hash of what clients can know of this class and all below it: 16 hexadecimal digits. The hashes of the classes, each the
    /// beginning of a SHA-256 over its own wire schema, are joined by exclusive or, so their order does not matter.</summary>
    public string SchemaHash()
    {
        ulong hash = 0;
        foreach (ModelType type in Reachable())
        {
            hash ^= type._hash;
        }

        return hash.ToString("x16", CultureInfo.InvariantCulture);
    }

    /// <summary>The number of the attribute with this name on the wire, or -1.</summary>
    public int IndexOfAttribute(string name) => IndexOf(Attributes, static one => one.Name, name);

    /// <summary>The number of the method with this name on the wire, or that had it before; or -1.</summary>
    public int IndexOfMethod(string name) =>
        IndexOf(Methods, static one => one.Name, name) is >= 0 and int number ? number : ModelHistory.Find(History.Methods, name);

    internal int IndexOfChild(string name) =>
        IndexOf(Children, static one => one.Name, name) is >= 0 and int number ? number : ModelHistory.Find(History.Children, name);

    internal int IndexOfProperty(string property) => IndexOf(Attributes, static one => one.Property, property);

    /// <inheritdoc/>
    public override string ToString() => Name;

    private static int IndexOf<TMember>(ImmutableArray<TMember> members, Func<TMember, string> nameOf, string name)
    {
        for (int index = 0; index < members.Length; index++)
        {
            if (nameOf(members[index]) == name)
            {
                return index;
            }
        }

        return -1;
    }
}
