using Capsule.Internals;

namespace Capsule;

/// <summary>The trees of one class of root, for server code: from any server of the application. Thread-safe.</summary>
/// <typeparam name="TRoot">The class of the root.</typeparam>
public class CapsuleTrees<TRoot>
    where TRoot : CapsuleModel, ICapsuleModel<TRoot>
{
    private readonly ICapsuleHost _host;
    private readonly string _tenant;

    /// <summary>The trees of a tenant; of the only one unless said.</summary>
    public CapsuleTrees(ICapsuleHost host, string tenant = "")
    {
        _host = host;
        _tenant = tenant;
    }

    /// <summary>The tree with this key, whether or not it exists yet.</summary>
    public TreeHandle<TRoot> Tree(string key) => new(_host, Address(key));

    /// <summary>Makes the tree; false if there is one with this key.</summary>
    public ValueTask<bool> CreateAsync(string key, CancellationToken cancellationToken = default) => _host.CreateAsync(Address(key), cancellationToken);

    /// <summary>True if there is a tree with this key.</summary>
    public ValueTask<bool> ExistsAsync(string key, CancellationToken cancellationToken = default) => _host.ExistsAsync(Address(key), cancellationToken);

    /// <summary>Ends the sessions of the tree and removes it for good; false if there is none.</summary>
    public ValueTask<bool> DeleteAsync(string key, CancellationToken cancellationToken = default) => _host.DeleteAsync(Address(key), cancellationToken);

    /// <summary>All keys, in ordinal order.</summary>
    public IAsyncEnumerable<string> ListAsync(CancellationToken cancellationToken = default) =>
        _host.ListAsync(_tenant, ModelType.Of<TRoot>().Name, cancellationToken);

    /// <summary>A detached copy of the tree as it is now, with its server-only members: yours to read, and no change of it goes anywhere.</summary>
    /// <exception cref="CapsuleException"><see cref="ErrorCode.NotFound"/>: there is no such tree.</exception>
    public async ValueTask<TRoot> ReadAsync(string key, CancellationToken cancellationToken = default)
    {
        RawJson state = await _host.ReadAsync(Address(key), cancellationToken).ConfigureAwait(false);
        var copy = (TRoot)ModelType.Of<TRoot>().Create();
        copy.Mport(state.Utf8.Span, MportOptions.Copy);
        return copy;
    }

    private protected TreeAddress Address(string key) =>
        TreeAddress.IsKey(key)
            ? new TreeAddress(_tenant, ModelType.Of<TRoot>().Name, key)
            : throw new ArgumentException($"A key has 1 to {TreeAddress.MaxKeyLength} of the characters A-Z a-z 0-9 . _ ~ - and is not '.' or '..'.", nameof(key));
}
