using System.Threading.Channels;
using Capsule.Changes;
using Capsule.Protocol;
using Microsoft.Extensions.Logging;

namespace Capsule.Hosting;

/// <summary>
/// A tree that is being used. Everything that concerns it waits in one queue and runs one after the other, to its end, on one thread at a time.
/// </summary>
/// <remarks>
/// What happens to a turn: it runs on the models (<see cref="LiveTree.Run"/>) · its batch, its verdict and its record are made into bytes while the
/// changes can still be read · the store gets the record · verdict and batch wait in the <see cref="ReleaseLine"/> until the store has
/// confirmed it, then go to the subscribers, who asked at once, the others when there is nothing else to do. If the store does not confirm, the tree ends: whoever needs it loads it again.
/// </remarks>
internal sealed partial class LiveTree
{
    private readonly Channel<Action> _queue = Channel.CreateUnbounded<Action>();
    private readonly LiveTreeServices _services;
    private readonly ICapsuleStore _store;
    private readonly InProcessHostOptions _options;
    private readonly ILogger _logger;
    private readonly Action<LiveTree> _ended;
    private readonly RootDefinition _definition;
    private readonly ModelTree _tree;
    private readonly ClientDirectory _clients;
    private readonly ReleaseLine _line;
    private readonly FrameBuffer _frames = new();
    private readonly Audiences _audiences;
    private readonly SentBatches _sent;
    private readonly UndoHistory? _history;
    private readonly string _epoch;
    private readonly string _schema;
    private readonly List<Connection> _connections = [];

    /// <summary>Those that have joined, and hear of it when the store has confirmed what they are to see.</summary>
    private readonly List<Connection> _joining = [];
    private long _position;
    private volatile bool _hasEnded;

    /// <summary>Whether the store did not take a turn.</summary>
    private volatile bool _hasFailed;

    /// <summary>How to delete the tree, if that is what comes next.</summary>
    private Func<Task>? _deletion;

    public LiveTree(TreeAddress address, RootDefinition definition, StoredTree stored, LiveTreeServices services)
    {
        Address = address;
        _definition = definition;
        _services = services;
        _store = services.Store;
        _options = services.Options;
        _logger = services.Logger;
        _ended = services.Ended;
        _clients = new ClientDirectory(_options, services.Time);
        _line = new ReleaseLine(work => Post(work), Fail);
        _schema = definition.Schema;
        _epoch = stored.Snapshot.Epoch;
        _position = stored.Entries.Count > 0 ? stored.Entries[^1].Position : stored.Snapshot.Position;
        _savedPosition = stored.Snapshot.Position;
        _tree = TreeLoading.Load(definition.Type, stored, _clients, services.Time);
        _audiences = new Audiences(_tree, _frames, _options);
        _sent = new SentBatches(_options);
        _history = definition.KeepsUndo && _options.MaxUndoTurns > 0 ? new UndoHistory(_options) : null;
        _alarm = new Alarm(services.Time, () => Post(CallDue));
        _tree.Limits = _options.TreeLimits;
        _tree.Committed = Keep;
        _tree.Refused += OnRefused;
        Post(SetAlarm);
        AwaitOwners();
        Completion = Task.Run(RunQueueAsync);
    }

    public TreeAddress Address { get; }

    /// <summary>Whether it takes nothing more.</summary>
    public bool HasEnded => _hasEnded;

    /// <summary>Ends when the tree has, and the store has answered all that the tree asked of it: then it can be loaded again.</summary>
    public Task Completion { get; }

    /// <summary>Ends the tree and all its sessions, for this reason, after what is in the queue.</summary>
    /// <param name="goodbye">Whether the root hears of each session's end, which the store then has to take.</param>
    public void End(ProtocolError reason, bool goodbye) => Post(() =>
    {
        foreach (Connection connection in goodbye ? [.. _connections, .. _joining] : Array.Empty<Connection>())
        {
            Leave(connection, reason);
        }

        EndNow(reason);
    });

    /// <summary>Removes the tree from the store and ends it, after what is in the queue: so nothing of it is written when another may have been made in its place.</summary>
    /// <returns>What the store said; null if the tree has ended before.</returns>
    public Task<bool?> DeleteAsync(CancellationToken cancellationToken)
    {
        var deleted = new TaskCompletionSource<bool?>(TaskCreationOptions.RunContinuationsAsynchronously);
        if (!Post(() => _deletion = () => DeleteAsync(deleted, cancellationToken)))
        {
            deleted.SetResult(null);
        }

        return deleted.Task;
    }

    /// <summary>Lets something run when its turn comes; false if the tree has ended.</summary>
    private bool Post(Action work) => _queue.Writer.TryWrite(work);

    private async Task RunQueueAsync()
    {
        try
        {
            await foreach (Action work in _queue.Reader.ReadAllAsync().ConfigureAwait(false))
            {
                await WaitForStoreAsync(_options.MaxUnconfirmedTurns).ConfigureAwait(false);

                try
                {
                    work();
                    FlushUnlessBusy();
                }
                catch (Exception exception)
                {
                    LogBroken(exception, Address);
                    EndNow(new ProtocolError(ErrorCode.Closing, "The tree is loaded again. Join again."));
                }

                if (_deletion is { } delete)
                {
                    _deletion = null;
                    await delete().ConfigureAwait(false);
                }
            }

            await WaitForStoreAsync(1).ConfigureAwait(false);
            foreach (Task abandoned in _line.Abandoned)
            {
                await abandoned.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }

            await _saving.ConfigureAwait(false);
        }
        finally
        {
            _ended(this);
        }
    }

    private async Task DeleteAsync(TaskCompletionSource<bool?> deleted, CancellationToken cancellationToken)
    {
        await WaitForStoreAsync(1).ConfigureAwait(false);
        await _saving.ConfigureAwait(false);
        if (_hasEnded)
        {
            deleted.SetResult(null);
            return;
        }

        FlushUnlessTimed();
        try
        {
            bool wasThere = await _store.DeleteAsync(Address, cancellationToken).ConfigureAwait(false);
            EndNow(new ProtocolError(ErrorCode.NotFound, "This has been deleted."));
            deleted.SetResult(wasThere);
        }
        catch (Exception exception)
        {
            // Nobody knows whether it is still there.
            EndNow(new ProtocolError(ErrorCode.Closing, "The tree is loaded again. Join again."));
            deleted.SetException(exception);
        }
    }

    /// <summary>Waits as long as the store has this many turns to confirm, or more.</summary>
    private async Task WaitForStoreAsync(int unconfirmed)
    {
        while (_line.Count >= unconfirmed)
        {
            FlushUnlessTimed();
            await _line.Next.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            _line.Drain();
        }
    }

    private void EndNow(ProtocolError reason)
    {
        if (_hasEnded)
        {
            return;
        }

        _hasEnded = true;
        Guard(nameof(Flush), Flush);
        _alarm.Dispose();
        _flush?.Dispose();
        _ = _ending.CancelAsync();
        EndWaiting();
        _queue.Writer.TryComplete();
        foreach (Connection connection in _connections.Concat(_joining).Where(static one => !one.HasEnded).ToArray())
        {
            connection.HasEnded = true;
            connection.Hear(null);
            connection.Subscriber.End(reason);
        }

        _connections.Clear();
    }

    private void Fail(Exception exception)
    {
        LogAppendFailed(exception, Address);
        var reason = new ProtocolError(ErrorCode.Closing, "The store did not take a turn. Join again; what was not answered is sent again then.");
        _joining.Clear();
        _hasFailed = true;
        EndNow(reason);
        foreach (Action<ProtocolError> waiting in _waiting.ToArray())
        {
            waiting(reason);
        }

        _waiting.Clear();
    }

    /// <summary>Runs the application's code that must not end the tree.</summary>
    private void Guard(string name, Action run)
    {
        try
        {
            run();
        }
        catch (Exception exception)
        {
            LogHandlerThrew(exception, Address, name);
        }
    }

    private void OnRefused(Refusal refusal)
    {
        if (refusal.Exception is { } exception)
        {
            LogThrew(exception, Address, refusal.Op?.GetType().Name ?? "an unreadable op", refusal.User.ToString());
        }

        Guard(nameof(RootDefinition.OnRefused), () => _definition.OnRefused?.Invoke(From(_asking, refusal)));
    }
}
