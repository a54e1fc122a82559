using System.Collections.Immutable;
using System.ComponentModel;
using System.Text;
using System.Text.Json;

namespace Capsule;

/// <summary>What a model class was before: the names that stored data may still have, and the hashes of its schema that clients may. Made by generated
/// code from <c>[Renamed]</c> and the schema ledger; immutable.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ModelHistory
{
    internal static readonly ModelHistory None = new();

    /// <summary>The names that the class had on the wire, the oldest first.</summary>
    public ImmutableArray<string> FormerNames { get; init; } = [];

    /// <summary>Former names of attributes.</summary>
    public ImmutableArray<FormerName> Attributes { get; init; } = [];

    /// <summary>Former names of collections.</summary>
    public ImmutableArray<FormerName> Collections { get; init; } = [];

    /// <summary>Former names of child models.</summary>
    public ImmutableArray<FormerName> Children { get; init; } = [];

    /// <summary>Former names of methods.</summary>
    public ImmutableArray<FormerName> Methods { get; init; } = [];

    /// <summary>One bit for each attribute that was nullable: null in stored data stands for its initial value.</summary>
    public ulong OnceNullable { get; init; }

    /// <summary>The first version of the ledger whose clients are accepted.</summary>
    public int Since { get; init; } = 1;

    /// <summary>The hashes that it had in versions since then, the oldest first.</summary>
    public ImmutableArray<PastSchema> Past { get; init; } = [];

    /// <summary>The number of the member whose former name the reader stands on, or -1.</summary>
    internal static int Find(ImmutableArray<FormerName> names, ref Utf8JsonReader reader)
    {
        foreach (FormerName former in names)
        {
            if (reader.ValueTextEquals(former.Utf8Name))
            {
                return former.Number;
            }
        }

        return -1;
    }

    /// <summary>The number of the member with this former name, or -1.</summary>
    internal static int Find(ImmutableArray<FormerName> names, string name)
    {
        foreach (FormerName former in names)
        {
            if (former.Name == name)
            {
                return former.Number;
            }
        }

        return -1;
    }

    /// <summary>Whether the reader stands on a name that the class had.</summary>
    internal bool WasCalled(ref Utf8JsonReader reader)
    {
        foreach (string name in FormerNames)
        {
            if (reader.ValueTextEquals(name))
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>A name that a member had on the wire.</summary>
/// <param name="Name">The former name.</param>
/// <param name="Number">The member's number among those of its kind.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record FormerName(string Name, int Number)
{
    internal byte[] Utf8Name { get; } = Encoding.UTF8.GetBytes(Name);
}

/// <summary>A hash that the schema of a class had.</summary>
/// <param name="Until">The last version of the ledger in which it had it.</param>
/// <param name="Hash">The hash.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct PastSchema(int Until, ulong Hash);
