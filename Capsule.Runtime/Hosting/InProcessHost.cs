using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Capsule.Access;
using Capsule.Hosting;
using Capsule.Protocol;
using Capsule.Storage;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Capsule;

/// <summary>Keeps live trees in this process. A tree is loaded when it is first needed, and stays. Thread-safe.</summary>
public sealed class InProcessHost : ICapsuleHost, IAsyncDisposable
{
    private readonly ConcurrentDictionary<TreeAddress, Lazy<Task<LiveTree?>>> _trees = new();
    private readonly RenamedRoots _store;
    private readonly TimeProvider _time;
    private readonly LiveTreeServices _services;
    private readonly ScheduledTrees _scheduled;
    private volatile bool _isDisposed;

    /// <summary>A host for these roots.</summary>
    /// <param name="roots">The classes of root.</param>
    /// <param name="store">Keeps the trees.</param>
    /// <param name="options">Bounds.</param>
    /// <param name="time">The clock.</param>
    /// <param name="loggers">Where the log goes.</param>
    /// <param name="services">Where <see cref="FromServicesAttribute"/> parameters come from, in a scope for each call if it makes scopes.</param>
    /// <exception cref="ArgumentException">Two roots, or two classes below them, have one wire name.</exception>
    public InProcessHost(
        IEnumerable<RootDefinition> roots,
        ICapsuleStore store,
        InProcessHostOptions? options = null,
        TimeProvider? time = null,
        ILoggerFactory? loggers = null,
        IServiceProvider? services = null)
    {
        Roots = RootNames.ByName(roots);
        _store = new RenamedRoots(store, Roots);
        _time = time ?? TimeProvider.System;
        ILogger logger = (loggers ?? NullLoggerFactory.Instance).CreateLogger("Capsule.Tree");
        _services = new LiveTreeServices(this, services, _store, options ?? new InProcessHostOptions(), _time, logger, Forget);
        _scheduled = new ScheduledTrees(tree => FindAsync(tree, Definition(tree), CancellationToken.None), _time, logger);
    }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, RootDefinition> Roots { get; }

    /// <inheritdoc/>
    public ValueTask<bool> ExistsAsync(TreeAddress tree, CancellationToken cancellationToken = default) => _store.ExistsAsync(tree, cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<bool> CreateAsync(TreeAddress tree, CancellationToken cancellationToken = default)
    {
        ModelTree created = TreeLoading.Create(Definition(tree), tree.Key, _time);
        bool isNew = await _store.CreateAsync(tree, TreeLoading.Snapshot(created), cancellationToken).ConfigureAwait(false);
        if (isNew && created.Scheduled is [{ Due: var due }, ..])
        {
            _scheduled.Add(new(tree, due));
        }

        return isNew;
    }

    /// <inheritdoc/>
    public async ValueTask<bool> DeleteAsync(TreeAddress tree, CancellationToken cancellationToken = default)
    {
        while (true)
        {
            // As long as this is the tree's entry, nobody loads it.
            bool deleted = false;
            var deletion = new Lazy<Task<LiveTree?>>(async () =>
            {
                deleted = await _store.DeleteAsync(tree, cancellationToken).ConfigureAwait(false);
                return null;
            });
            Lazy<Task<LiveTree?>> entry = _trees.GetOrAdd(tree, deletion);
            await ((Task)entry.Value).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (entry.Value is { IsCompletedSuccessfully: true, Result: { } live })
            {
                bool? deletedLive = await live.DeleteAsync(cancellationToken).ConfigureAwait(false);
                await live.Completion.ConfigureAwait(false);
                if (deletedLive is { } done)
                {
                    return done;
                }

                continue;
            }

            _trees.TryRemove(new(tree, entry));
            if (entry == deletion)
            {
                await deletion.Value.ConfigureAwait(false);
                return deleted;
            }
        }
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<string> ListAsync(string tenant, string root, CancellationToken cancellationToken = default) =>
        _store.ListAsync(tenant, root, cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<RawJson> ReadAsync(TreeAddress tree, CancellationToken cancellationToken = default)
    {
        LiveTree live = await GetAsync(tree, cancellationToken).ConfigureAwait(false);
        return await live.ReadAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask<RawJson> CallAsync(
        TreeAddress tree, ModelId? model, string method, RawJson arguments, CancellationToken cancellationToken = default)
    {
        LiveTree live = await GetAsync(tree, cancellationToken).ConfigureAwait(false);
        return await live.CallAsync(model, method, arguments, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Runs code on a tree's root in a turn. Only a host in this process can: a cluster has no way to send a lambda.</summary>
    /// <returns>What the code returned, once the store has the turn.</returns>
    /// <exception cref="CapsuleException"><see cref="ErrorCode.NotFound"/>: there is no such tree.</exception>
    public async Task<TResult> UpdateAsync<TResult>(
        TreeAddress tree, Func<CapsuleModel, TResult> update, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(update);
        LiveTree live = await GetAsync(tree, cancellationToken).ConfigureAwait(false);
        return await live.UpdateAsync(update, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask<JoinOutcome> JoinAsync(JoinRequest request, ISubscriber subscriber, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(subscriber);
        if (!Roots.TryGetValue(request.Tree.Root, out RootDefinition? definition))
        {
            return JoinOutcome.Refused(NotThere(request.Tree));
        }

        LiveTree? live = await FindAsync(request.Tree, definition, cancellationToken).ConfigureAwait(false);
        if (live is null && definition.CreateOnJoin)
        {
            if (await RefuseCreationAsync(request, definition, cancellationToken).ConfigureAwait(false) is { } refusal)
            {
                return JoinOutcome.Refused(refusal);
            }

            live = await FindAsync(request.Tree, definition, cancellationToken).ConfigureAwait(false);
        }

        return live is null ? JoinOutcome.Refused(NotThere(request.Tree)) : await live.JoinAsync(request, subscriber, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Sees to it that stored trees do what is scheduled (<see cref="ModelTree.Schedule"/>) when nobody uses them: each is loaded when its time has come. Call it once,
    /// when the application starts; in ASP.NET Core that is done.</summary>
    public async Task WakeScheduledAsync(CancellationToken cancellationToken = default)
    {
        await foreach (ScheduledTree scheduled in _store.ListScheduledAsync(cancellationToken).ConfigureAwait(false))
        {
            _scheduled.Add(scheduled);
        }
    }

    /// <summary>Ends all sessions with <see cref="ErrorCode.Closing"/>, and the trees when what they have in hand is done.</summary>
    public async ValueTask DisposeAsync()
    {
        _isDisposed = true;
        _scheduled.Dispose();
        foreach (Lazy<Task<LiveTree?>> tree in _trees.Values)
        {
            // Whoever asked for a tree that could not be loaded hears why.
            await ((Task)tree.Value).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (tree.Value is { IsCompletedSuccessfully: true, Result: { } live })
            {
                live.End(new ProtocolError(ErrorCode.Closing, "The server is closing. Join again."), goodbye: true);
                await live.Completion.ConfigureAwait(false);
            }
        }
    }

    private async Task<ProtocolError?> RefuseCreationAsync(JoinRequest request, RootDefinition definition, CancellationToken cancellationToken)
    {
        ModelTree prospective = TreeLoading.Create(definition, request.Tree.Key, _time);
        ProtocolError? refusal = Admission.Refuse(prospective.Root, request.User) ?? Admission.RefuseSchema(definition, request.Join.Schema);
        if (refusal is null && definition.CanCreate?.Invoke(request.User, request.Tree.Key) == false)
        {
            refusal = NotThere(request.Tree);
        }

        if (refusal is null)
        {
            await _store.CreateAsync(request.Tree, TreeLoading.Snapshot(prospective), cancellationToken).ConfigureAwait(false);
        }

        return refusal;
    }

    private async Task<LiveTree> GetAsync(TreeAddress tree, CancellationToken cancellationToken) =>
        await FindAsync(tree, Definition(tree), cancellationToken).ConfigureAwait(false)
        ?? throw new CapsuleException(ErrorCode.NotFound, NotThere(tree).Message);

    private async Task<LiveTree?> FindAsync(TreeAddress tree, RootDefinition definition, CancellationToken cancellationToken)
    {
        while (true)
        {
            // An asynchronous method that goes on after the end must not load the tree again.
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            Lazy<Task<LiveTree?>> entry = _trees.GetOrAdd(tree, _ => new Lazy<Task<LiveTree?>>(() => LoadAsync(tree, definition)));
            LiveTree? live;
            try
            {
                live = await entry.Value.WaitAsync(cancellationToken).ConfigureAwait(false);
            }
            finally
            {
                // Who stops waiting must not take the tree away from the others.
                if (entry.Value.IsCompleted && entry.Value is not { IsCompletedSuccessfully: true, Result: not null })
                {
                    _trees.TryRemove(new(tree, entry));
                }
            }

            if (live is not { HasEnded: true })
            {
                return live;
            }

            await live.Completion.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<LiveTree?> LoadAsync(TreeAddress tree, RootDefinition definition)
    {
        // Its entry is in the table by now: the end of the host waits for it, or came before this.
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        return await _store.LoadAsync(tree).ConfigureAwait(false) is { } stored ? new LiveTree(tree, definition, stored, _services) : null;
    }

    private void Forget(LiveTree ended)
    {
        if (_trees.TryGetValue(ended.Address, out Lazy<Task<LiveTree?>>? entry)
            && entry.Value is { IsCompletedSuccessfully: true } task && task.Result == ended)
        {
            _trees.TryRemove(new(ended.Address, entry));
        }

        if (!_isDisposed && ended.WakeAt is { } due)
        {
            _scheduled.Add(new(ended.Address, due));
        }
    }

    private RootDefinition Definition(TreeAddress tree) => Roots.TryGetValue(tree.Root, out RootDefinition? definition)
        ? definition
        : throw new CapsuleException(ErrorCode.NotFound, $"This host serves no root '{tree.Root}'. Add it with AddRoot.");

    private static ProtocolError NotThere(TreeAddress tree) => new(ErrorCode.NotFound, $"There is no {tree.Root} '{tree.Key}'.");
}
