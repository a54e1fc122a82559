using System.Threading.Channels;

namespace Capsule.Storage.Sqlite;

/// <summary>Writes in the order in which it is asked. All that has come while the disk was busy goes into one transaction.</summary>
internal sealed class GroupCommit : IAsyncDisposable
{
    private readonly Channel<PendingWrite> _waiting = Channel.CreateUnbounded<PendingWrite>(new UnboundedChannelOptions { SingleReader = true });
    private readonly Task _writing;
    private TreeWriter _writer;
    private bool _isBroken;
    private volatile bool _isEnding;

    public GroupCommit(TreeWriter writer)
    {
        _writer = writer;
        _writing = Task.Run(WriteAllAsync);
    }

    /// <summary>True when nothing more is taken.</summary>
    public bool IsEnding => _isEnding;

    /// <summary>Ends when what was written is on the disk, or is known not to be, or nobody knows. Once it has begun it is not cancelled.</summary>
    public Task<TResult> WriteAsync<TResult>(Func<TreeWriter, TResult> write, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return Task.FromCanceled<TResult>(cancellationToken);
        }

        var pending = new PendingWrite<TResult>(write, cancellationToken);
        return _waiting.Writer.TryWrite(pending) ? pending.End : Task.FromException<TResult>(new ObjectDisposedException(nameof(SqliteStore)));
    }

    public async ValueTask DisposeAsync()
    {
        _isEnding = true;
        _waiting.Writer.TryComplete();
        await _writing.ConfigureAwait(false);
    }

    private async Task WriteAllAsync()
    {
        var group = new List<PendingWrite>();
        while (await _waiting.Reader.WaitToReadAsync().ConfigureAwait(false))
        {
            while (_waiting.Reader.TryRead(out PendingWrite? write))
            {
                group.Add(write);
            }

            Commit(group);
            group.Clear();
        }

        _writer.Dispose();
    }

    private void Commit(List<PendingWrite> group)
    {
        bool isOneAtFault = false;
        try
        {
            Begin();
            isOneAtFault = group.Count > 1;
            foreach (PendingWrite write in group)
            {
                write.Run(_writer);
            }

            isOneAtFault = false;
            _writer.Commit();
        }
        catch (Exception exception)
        {
            _isBroken = true;
            if (isOneAtFault)
            {
                // Nothing was committed, so each can be tried on its own: the others need not fail with the one.
                foreach (PendingWrite write in group)
                {
                    Commit([write]);
                }

                return;
            }

            foreach (PendingWrite write in group)
            {
                write.Fail(exception);
            }

            return;
        }

        foreach (PendingWrite write in group)
        {
            write.Confirm();
        }
    }

    private void Begin()
    {
        if (_isBroken)
        {
            _writer = _writer.Renew();
            _isBroken = false;
        }

        _writer.Begin();
    }
}
