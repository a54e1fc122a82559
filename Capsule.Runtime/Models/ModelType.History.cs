using System.Reflection;

namespace Capsule;

public sealed partial class ModelType
{
    /// <summary>What the class was before. For generated code.</summary>
    public ModelHistory History { get; init; } = ModelHistory.None;

    /// <summary>The hashes, beside its own, of clients that this class and all below it can still serve: a version of the ledger each, and where models of
    /// several assemblies stand below it, each version of one ledger with each of the others, as deploys may have paired them.</summary>
    internal IReadOnlySet<ulong> CompatibleSchemas()
    {
        IEnumerable<ulong> joined = [0UL];
        foreach (IGrouping<Assembly, ModelType> ledger in Reachable().GroupBy(static type => type.ClrType.Assembly))
        {
            ulong[] versions = [.. Versions([.. ledger])];
            joined = joined.SelectMany(hash => versions.Select(version => hash ^ version)).Distinct();
        }

        return joined.ToHashSet();
    }

    /// <summary>The hashes of classes of one ledger together, in each version that all of them can still serve.</summary>
    private static IEnumerable<ulong> Versions(ModelType[] types)
    {
        int last = types.Max(static type => type.History.Past.IsEmpty ? 0 : type.History.Past[^1].Until) + 1;
        for (int version = types.Max(static type => type.History.Since); version <= last; version++)
        {
            yield return Join(types, version);
        }

        yield return Join(types, int.MaxValue);
    }

    private static ulong Join(ModelType[] types, int version) => types.Aggregate(0UL, (hash, type) => hash ^ type.HashIn(version));

    private ulong HashIn(int version)
    {
        foreach (PastSchema past in History.Past)
        {
            if (version <= past.Until)
            {
                return past.Hash;
            }
        }

        return _hash;
    }
}
