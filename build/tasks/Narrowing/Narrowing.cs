using System.Globalization;

namespace Capsule.Mirrors;

/// <summary>
/// Takes out of mirrors what somebody is not told: the marked parts, and the mirrors that nothing leads to any more. What is left joins the same server: a mirror below which some are gone has the
/// hash of all of them. Compiled into the build's task and into the host.
/// </summary>
internal sealed class Narrowing
{
    private readonly Dictionary<string, MirrorParts> _whole;
    private readonly Dictionary<string, MirrorParts> _cut;

    private Narrowing(IReadOnlyList<MirrorParts> mirrors, Func<string, bool> isMet)
    {
        _whole = mirrors.ToDictionary(static mirror => mirror.Name, static mirror => mirror.Cut(static _ => true), StringComparer.Ordinal);
        _cut = mirrors.ToDictionary(static mirror => mirror.Name, mirror => mirror.Cut(isMet), StringComparer.Ordinal);
    }

    /// <param name="mirrors">Each name once.</param>
    /// <param name="isMet">Whether a requirement is met, as <see cref="MirrorParts.Requirements"/> has it.</param>
    /// <param name="roots">The mirrors that pages join; null where nobody knows: those that nothing holds, and of those in a circle all that are still held, or none was.</param>
    /// <returns>What is left, in the same order.</returns>
    public static IReadOnlyList<MirrorParts> Of(IReadOnlyList<MirrorParts> mirrors, Func<string, bool> isMet, IReadOnlyCollection<string>? roots = null)
    {
        Narrowing narrowing = new(mirrors, isMet);
        HashSet<string> told = narrowing.Reach(roots ?? narrowing.Tops(), mirror => narrowing._cut[mirror].Files.Concat(narrowing._cut[mirror].Below));
        return [.. mirrors.Where(mirror => told.Contains(mirror.Name)).Select(mirror => narrowing.WithSchema(narrowing._cut[mirror.Name]))];
    }

    /// <summary>The mirrors that could be roots: whoever holds one of them is held by it in turn.</summary>
    private List<string> Tops()
    {
        Dictionary<string, HashSet<string>> held = _whole.Keys.ToDictionary(static name => name, name => Reach([name], mirror => _whole[mirror].Held), StringComparer.Ordinal);
        List<string> tops = [.. _whole.Keys.Where(name => held.All(other => !other.Value.Contains(name) || held[name].Contains(other.Key)))];
        HashSet<string> hidden = [.. _whole.Values.SelectMany(mirror => mirror.Held.Except(_cut[mirror.Name].Held))];
        return [.. tops.Where(name => !hidden.Contains(name) || tops.All(other => !held[name].Contains(other) || hidden.Contains(other)))];
    }

    /// <summary>A narrowed client says what the whole one would say, and cannot find it out by itself where a place below is not told of.</summary>
    private MirrorParts WithSchema(MirrorParts mirror)
    {
        string schema = Schema(mirror.Name, _whole);
        if (mirror.Hash.Length == 0 || schema == Schema(mirror.Name, _cut)) return mirror;

        string own = $"hash: \"{mirror.Hash}\",";
        return mirror with { Texts = [.. mirror.Texts.Select(text => text.Replace(own, $"{own} schema: \"{schema}\","))] };
    }

    private string Schema(string root, Dictionary<string, MirrorParts> mirrors) => Reach([root], mirror => mirrors[mirror].Below)
        .Where(name => mirrors[name].Hash.Length > 0)
        .Aggregate(0UL, (hash, name) => hash ^ ulong.Parse(mirrors[name].Hash, NumberStyles.HexNumber, CultureInfo.InvariantCulture))
        .ToString("x16", CultureInfo.InvariantCulture);

    private HashSet<string> Reach(IEnumerable<string> from, Func<string, IEnumerable<string>> next)
    {
        HashSet<string> found = new(StringComparer.Ordinal);
        Queue<string> open = new(from);
        while (open.Count > 0)
        {
            string name = open.Dequeue();
            if (!_whole.ContainsKey(name) || !found.Add(name)) continue;
            foreach (string other in next(name)) open.Enqueue(other);
        }

        return found;
    }
}
