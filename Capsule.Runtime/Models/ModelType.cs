using System.Collections.Immutable;
using System.Globalization;

namespace Capsule;

/// <summary>Describes a model class: its name on the wire, its members by number, and how to make one. Made by generated code, once per class;
/// immutable and safe to share.</summary>
public sealed class ModelType
{
    private readonly Func<CapsuleModel> _create;
    private readonly ulong _hash;

    /// <summary>For generated code.</summary>
    public ModelType(
        string name,
        Type type,
        Func<CapsuleModel> create,
        ulong hash,
        ImmutableArray<AttributeInfo> attributes,
        ImmutableArray<CollectionInfo> collections,
        ImmutableArray<ChildInfo> children,
        ImmutableArray<MethodInfo> methods)
    {
        Name = name;
        ClrType = type;
        _create = create;
        _hash = hash;
        Attributes = attributes;
        Collections = collections;
        Children = children;
        Methods = methods;
        for (int index = 0; index < attributes.Length; index++)
        {
            AllAttributes |= 1UL << index;
            if (!attributes[index].Access.HasFlag(AttributeAccess.ServerOnly))
            {
                PublicAttributes |= 1UL << index;
            }

            if (attributes[index].Access.HasFlag(AttributeAccess.Radio))
            {
                RadioAttributes |= 1UL << index;
            }

            if (attributes[index].Access.HasFlag(AttributeAccess.Reference))
            {
                ReferenceAttributes |= 1UL << index;
            }
        }
    }

    /// <summary>The name on the wire.</summary>
    public string Name { get; }

    /// <summary>The C# class.</summary>
    public Type ClrType { get; }

    /// <summary>The attributes, by number.</summary>
    public ImmutableArray<AttributeInfo> Attributes { get; }

    /// <summary>The child collections, by number.</summary>
    public ImmutableArray<CollectionInfo> Collections { get; }

    /// <summary>The child models, by number.</summary>
    public ImmutableArray<ChildInfo> Children { get; }

    /// <summary>The exposed methods, by number.</summary>
    public ImmutableArray<MethodInfo> Methods { get; }

    /// <summary>One bit for each attribute.</summary>
    internal ulong AllAttributes { get; }

    /// <summary>One bit for each attribute that clients may be sent.</summary>
    internal ulong PublicAttributes { get; }

    /// <summary>One bit for each attribute that is true on one item of a collection at most.</summary>
    internal ulong RadioAttributes { get; }

    /// <summary>One bit for each attribute that refers to another model of the tree.</summary>
    internal ulong ReferenceAttributes { get; }

    /// <summary>The description of a model class.</summary>
    public static ModelType Of<TModel>()
        where TModel : CapsuleModel, Internals.ICapsuleModel<TModel> => TModel.ModelType;

    /// <summary>A new instance, with the initial values of its attributes.</summary>
    public CapsuleModel Create() => _create();

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
                AddNew(found, collection.ItemType);
            }

            foreach (ChildInfo child in found[next].Children)
            {
                AddNew(found, child.Type);
            }
        }

        return [.. found];

        static void AddNew(List<ModelType> found, ModelType type)
        {
            if (!found.Contains(type))
            {
                found.Add(type);
            }
        }
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

    /// <summary>The number of the method with this name on the wire, or -1.</summary>
    public int IndexOfMethod(string name) => IndexOf(Methods, static one => one.Name, name);

    internal int IndexOfChild(string name) => IndexOf(Children, static one => one.Name, name);

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
