using Capsule.Generators.Models;

namespace Capsule.Generators.Ledger;

/// <summary>One member of a model, as the ledger keeps it.</summary>
/// <param name="Kind">One of <see cref="MemberKinds"/>.</param>
/// <param name="Name">On the wire.</param>
/// <param name="Type">Its type, or a method's arguments and result, as they are spelled.</param>
internal sealed record LedgerMember(string Kind, string Name, string Type)
{
    /// <summary>Never given to another member of the model; 0 until it has one.</summary>
    public int Number { get; init; }

    /// <summary>Some of the words of <see cref="MemberAccess"/>, with spaces between.</summary>
    public string Access { get; init; } = "";

    /// <summary>Names that it had before and that <c>[Renamed]</c> tells of, the oldest first.</summary>
    public EquatableArray<string> Was { get; init; }

    /// <summary>Whether the model no longer has it; its number and its type stay taken.</summary>
    public bool IsRemoved { get; init; }

    /// <summary>Whether stored data may have null where null is no longer a value; it stands for the initial value.</summary>
    public bool WasNullable { get; init; }

    /// <summary>Whether stored data without it are as good: an initial value stands beside the property, or it is computed. Not written: only what is compared now has it.</summary>
    public bool HasDefault { get; init; }

    /// <summary>Whether a client that does not know of it can add a model that keeps its rules. Not written.</summary>
    public bool MayBeUnknown { get; init; } = true;

    /// <summary>What a model that its type names was called before. Not written.</summary>
    public EquatableArray<string> TypeWas { get; init; }

    public bool IsMethod => Kind == MemberKinds.Method;

    /// <summary>Whether clients know of it.</summary>
    public bool IsPublic => !IsRemoved && !Has(MemberAccess.Server);

    /// <summary>The words of its access that clients can tell: that the server computes it, or does not store it, is none.</summary>
    public string ClientAccess => string.Join(" ", Access.Split(' ').Where(static word => word is not (MemberAccess.Computed or MemberAccess.Transient)));

    public bool Has(string access) => Access.Split(' ').Contains(access);

    /// <summary>The same member of another state of the model: methods and all else have names of their own.</summary>
    public bool IsNamed(bool isMethod, string name) => IsMethod == isMethod && Name == name;
}
