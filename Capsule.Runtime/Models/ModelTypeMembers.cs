using System.Text;
using System.Text.Json;
using Capsule.Internals;

namespace Capsule;

/// <summary>Who may do what with an attribute.</summary>
[Flags]
public enum AttributeAccess
{
    /// <summary>Clients read it; server code sets it.</summary>
    None = 0,

    /// <summary>A client may set it, if <c>CanEdit</c> says so.</summary>
    ClientEditable = 1,

    /// <summary>Tracked and stored, but never sent to a client, nor taken from one.</summary>
    ServerOnly = 2,

    /// <summary>Set once, while the model is being made.</summary>
    Immutable = 4,

    /// <summary>True on one item of a collection at most.</summary>
    Radio = 8,

    /// <summary>Another model of the same tree; its id on the wire.</summary>
    Reference = 16,

    /// <summary>The server computes it from others: nobody sets it, and it is not stored.</summary>
    Computed = 32,

    /// <summary>Sent like any other, and not stored.</summary>
    Transient = 64,
}

/// <summary>One attribute of a model class.</summary>
/// <param name="Name">On the wire.</param>
/// <param name="Property">In C#.</param>
/// <param name="Access">Who may do what with it.</param>
public sealed record AttributeInfo(string Name, string Property, AttributeAccess Access = AttributeAccess.None)
{
    /// <summary>What a user must have to set it; null: nothing.</summary>
    public Requirement? EditableBy { get; init; }

    /// <summary>What a user must have to see it; null: nothing.</summary>
    public Requirement? VisibleTo { get; init; }

    /// <summary>Whether a rule of the model says who sees it.</summary>
    public bool HasRule { get; init; }

    /// <summary>What it is computed from; null for one that is set.</summary>
    public ComputedSources? Sources { get; init; }

    internal byte[] Utf8Name { get; } = Encoding.UTF8.GetBytes(Name);

    internal JsonEncodedText EncodedName { get; } = CapsuleJson.Name(Name);
}

/// <summary>One child collection of a model class.</summary>
/// <param name="Name">On the wire.</param>
/// <param name="Property">In C#.</param>
/// <param name="Type">Gives the items' class; asked late, because classes may refer to each other.</param>
public sealed record CollectionInfo(string Name, string Property, Func<ModelType> Type)
{
    /// <summary>What a user must have to add, move and remove items; null: nothing.</summary>
    public Requirement? EditableBy { get; init; }

    /// <inheritdoc cref="AttributeInfo.VisibleTo"/>
    public Requirement? VisibleTo { get; init; }

    /// <inheritdoc cref="AttributeInfo.HasRule"/>
    public bool HasRule { get; init; }

    /// <summary>Whether what is in it is sent, and not stored.</summary>
    public bool IsTransient { get; init; }

    /// <summary>Whether what a session adds to it goes with the session.</summary>
    public bool IsSessionOwned { get; init; }

    /// <summary>The items' class.</summary>
    public ModelType ItemType => Type();

    internal byte[] Utf8Name { get; } = Encoding.UTF8.GetBytes(Name);

    internal JsonEncodedText EncodedName { get; } = CapsuleJson.Name(Name);
}

/// <summary>One child model of a model class.</summary>
/// <param name="Name">On the wire.</param>
/// <param name="Property">In C#.</param>
/// <param name="ChildType">Gives the child's class; asked late, because classes may refer to each other.</param>
/// <param name="IsNullable">Whether there may be none.</param>
public sealed record ChildInfo(string Name, string Property, Func<ModelType> ChildType, bool IsNullable = false)
{
    /// <inheritdoc cref="AttributeInfo.VisibleTo"/>
    public Requirement? VisibleTo { get; init; }

    /// <inheritdoc cref="AttributeInfo.HasRule"/>
    public bool HasRule { get; init; }

    /// <summary>The child's class.</summary>
    public ModelType Type => ChildType();

    internal byte[] Utf8Name { get; } = Encoding.UTF8.GetBytes(Name);

    internal JsonEncodedText EncodedName { get; } = CapsuleJson.Name(Name);
}

/// <summary>One method of a model class that is called over the wire.</summary>
/// <param name="Name">On the wire.</param>
/// <param name="Method">In C#.</param>
/// <param name="IsExposed">Whether clients may call it, or servers alone.</param>
/// <param name="IsAsync">Whether it is static and runs outside of any turn.</param>
public sealed record MethodInfo(string Name, string Method, bool IsExposed = true, bool IsAsync = false)
{
    /// <summary>What a client's user must have to call it; null: nothing.</summary>
    public Requirement? CallableBy { get; init; }
}
