using Capsule.Protocol;

namespace Capsule;

/// <summary>Keeps live trees. The seam between those who use trees — gateways, server code — and where the trees are: in this process, or in
/// a cluster. Thread-safe.</summary>
public interface ICapsuleHost
{
    /// <summary>The classes of root that this host serves, by wire name.</summary>
    IReadOnlyDictionary<string, RootDefinition> Roots { get; }

    /// <summary>True if there is such a tree, live or stored.</summary>
    ValueTask<bool> ExistsAsync(TreeAddress tree, CancellationToken cancellationToken = default);

    /// <summary>Makes a tree, with the initial values of its root and what <see cref="RootDefinition.Seed"/> puts in; false if there is one.</summary>
    ValueTask<bool> CreateAsync(TreeAddress tree, CancellationToken cancellationToken = default);

    /// <summary>Ends the sessions of a tree and removes it for good; false if there is none.</summary>
    ValueTask<bool> DeleteAsync(TreeAddress tree, CancellationToken cancellationToken = default);

    /// <summary>The keys of all trees of a root, in ordinal order.</summary>
    IAsyncEnumerable<string> ListAsync(string tenant, string root, CancellationToken cancellationToken = default);

    /// <summary>An export of the tree as it is now, with server-only members.</summary>
    /// <exception cref="CapsuleException"><see cref="ErrorCode.NotFound"/>: there is no such tree.</exception>
    ValueTask<RawJson> ReadAsync(TreeAddress tree, CancellationToken cancellationToken = default);

    /// <summary>Calls an exposed method in a turn of its own. The rules are not asked: server code calls.</summary>
    /// <param name="tree">The tree.</param>
    /// <param name="model">The model; null for the root.</param>
    /// <param name="method">The method's wire name.</param>
    /// <param name="arguments">A JSON array.</param>
    /// <param name="cancellationToken">Stops waiting; a turn that has begun is not undone.</param>
    /// <returns>The result, as JSON, once the store has it.</returns>
    /// <exception cref="CapsuleException"><see cref="ErrorCode.NotFound"/>: no such tree, model or method. <see cref="ErrorCode.Failed"/>: the method
    /// threw. <see cref="ErrorCode.Invalid"/>: the arguments do not fit.</exception>
    ValueTask<RawJson> CallAsync(TreeAddress tree, ModelId? model, string method, RawJson arguments, CancellationToken cancellationToken = default);

    /// <summary>Lets a client watch and change a tree. If it may, <paramref name="subscriber"/> gets the state, and from then on what happens.</summary>
    /// <param name="request">Who joins what.</param>
    /// <param name="subscriber">Where what happens goes.</param>
    /// <param name="cancellationToken">Says that the client has gone: a join whose turn has not come yet does nothing, and no other session of the client ends.</param>
    /// <returns>The connection, or why there is none.</returns>
    ValueTask<JoinOutcome> JoinAsync(JoinRequest request, ISubscriber subscriber, CancellationToken cancellationToken = default);
}
