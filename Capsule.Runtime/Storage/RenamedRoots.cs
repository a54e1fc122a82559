using System.Runtime.CompilerServices;

namespace Capsule.Storage;

/// <summary>A store that keeps the trees of a root under the first name that the root had, so that they are found after it is renamed.</summary>
internal sealed class RenamedRoots(ICapsuleStore store, IReadOnlyDictionary<string, RootDefinition> roots) : ICapsuleStore
{
    public ValueTask<StoredTree?> LoadAsync(TreeAddress tree, CancellationToken cancellationToken = default) => store.LoadAsync(Stored(tree), cancellationToken);

    public ValueTask<bool> CreateAsync(TreeAddress tree, TreeSnapshot snapshot, CancellationToken cancellationToken = default) =>
        store.CreateAsync(Stored(tree), snapshot, cancellationToken);

    public ValueTask AppendAsync(TreeAddress tree, JournalEntry entry, CancellationToken cancellationToken = default) =>
        store.AppendAsync(Stored(tree), entry, cancellationToken);

    public ValueTask SaveSnapshotAsync(TreeAddress tree, TreeSnapshot snapshot, CancellationToken cancellationToken = default) =>
        store.SaveSnapshotAsync(Stored(tree), snapshot, cancellationToken);

    public ValueTask<bool> DeleteAsync(TreeAddress tree, CancellationToken cancellationToken = default) => store.DeleteAsync(Stored(tree), cancellationToken);

    public ValueTask<bool> ExistsAsync(TreeAddress tree, CancellationToken cancellationToken = default) => store.ExistsAsync(Stored(tree), cancellationToken);

    public IAsyncEnumerable<string> ListAsync(string tenant, string root, CancellationToken cancellationToken = default) =>
        store.ListAsync(tenant, Stored(root), cancellationToken);

    public async IAsyncEnumerable<ScheduledTree> ListScheduledAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        Dictionary<string, string> present = roots.Keys.ToDictionary(Stored, StringComparer.Ordinal);
        await foreach (ScheduledTree scheduled in store.ListScheduledAsync(cancellationToken).ConfigureAwait(false))
        {
            if (present.TryGetValue(scheduled.Tree.Root, out string? root))
            {
                yield return scheduled with { Tree = scheduled.Tree with { Root = root } };
            }
        }
    }

    private TreeAddress Stored(TreeAddress tree) => tree with { Root = Stored(tree.Root) };

    private string Stored(string root) =>
        roots.TryGetValue(root, out RootDefinition? definition) && definition.Type.History.FormerNames is [string first, ..] ? first : root;
}
