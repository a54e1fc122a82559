using Capsule.Internals;

namespace Capsule;

/// <summary>As <see cref="CapsuleTrees{TRoot}"/>, where the trees are in this process: then code can run on them directly.</summary>
/// <typeparam name="TRoot">The class of the root.</typeparam>
public sealed class LocalTrees<TRoot>(InProcessHost host, string tenant = "") : CapsuleTrees<TRoot>(host, tenant)
    where TRoot : CapsuleModel, ICapsuleModel<TRoot>
{
    /// <summary>Runs code on a tree in a turn; if it throws, the tree is as before.</summary>
    /// <returns>Ends when the store has the turn.</returns>
    /// <exception cref="CapsuleException"><see cref="ErrorCode.NotFound"/>: there is no such tree.</exception>
    public Task UpdateAsync(string key, Action<TRoot> update, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(update);
        return UpdateAsync(
            key,
            root =>
            {
                update(root);
                return true;
            },
            cancellationToken);
    }

    /// <summary>As <see cref="UpdateAsync(string, Action{TRoot}, CancellationToken)"/>, with a result. Return no models: they belong to the tree.</summary>
    public Task<TResult> UpdateAsync<TResult>(string key, Func<TRoot, TResult> update, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(update);
        return host.UpdateAsync(Address(key), root => update((TRoot)root), cancellationToken);
    }
}
