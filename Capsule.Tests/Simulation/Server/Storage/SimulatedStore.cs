using Capsule.Tests.Simulation.Time;

namespace Capsule.Tests.Simulation.Storage;

/// <summary>The disk as one process reaches it: slowly, where the driver says so, and not always.</summary>
internal sealed class SimulatedStore(Disk disk, Timeline timeline, double usualMs) : ICapsuleStore
{
    private readonly List<Pending> _pending = [];
    private double _lastDue;
    private bool _isDead;

    /// <summary>How much longer than usually an append or a load takes.</summary>
    public double SlowerMs { get; set; }

    /// <summary>What becomes of the next append: it is lost, or written although it fails; null: it succeeds.</summary>
    public AppendFault? Next { get; set; }

    /// <summary>Whether snapshots are not taken.</summary>
    public bool RefusesSnapshots { get; set; }

    /// <summary>How many appends have no answer.</summary>
    public int Unanswered => _pending.Count;

    public ValueTask AppendAsync(TreeAddress tree, JournalEntry entry, CancellationToken cancellationToken = default)
    {
        if (_isDead)
        {
            return Never;
        }

        var pending = new Pending(tree, entry, Next);
        Next = null;
        if (DelayMs == 0 && _pending.Count == 0)
        {
            return Finish(pending) is { } failure ? ValueTask.FromException(failure) : ValueTask.CompletedTask;
        }

        _pending.Add(pending);
        After(() =>
        {
            if (_isDead)
            {
                return;
            }

            _pending.Remove(pending);
            if (Finish(pending) is { } failure)
            {
                pending.Answer.SetException(failure);
            }
            else
            {
                pending.Answer.SetResult();
            }
        });
        return new ValueTask(pending.Answer.Task);
    }

    public async ValueTask<StoredTree?> LoadAsync(TreeAddress tree, CancellationToken cancellationToken = default)
    {
        if (DelayMs > 0)
        {
            var waited = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            After(waited.SetResult);
            await waited.Task;
        }

        return await (_isDead ? new ValueTask<StoredTree?>(new TaskCompletionSource<StoredTree?>().Task) : disk.Trees.LoadAsync(tree, cancellationToken));
    }

    public ValueTask SaveSnapshotAsync(TreeAddress tree, TreeSnapshot snapshot, CancellationToken cancellationToken = default) =>
        _isDead ? Never
        : RefusesSnapshots ? ValueTask.FromException(new IOException("The disk is full."))
        : disk.Trees.SaveSnapshotAsync(tree, snapshot, cancellationToken);

    public ValueTask<bool> CreateAsync(TreeAddress tree, TreeSnapshot snapshot, CancellationToken cancellationToken = default) =>
        disk.Trees.CreateAsync(tree, snapshot, cancellationToken);

    public ValueTask<bool> DeleteAsync(TreeAddress tree, CancellationToken cancellationToken = default) => disk.Trees.DeleteAsync(tree, cancellationToken);

    public ValueTask<bool> ExistsAsync(TreeAddress tree, CancellationToken cancellationToken = default) => disk.Trees.ExistsAsync(tree, cancellationToken);

    public IAsyncEnumerable<string> ListAsync(string tenant, string root, CancellationToken cancellationToken = default) =>
        disk.Trees.ListAsync(tenant, root, cancellationToken);

    public IAsyncEnumerable<ScheduledTree> ListScheduledAsync(CancellationToken cancellationToken = default) => disk.Trees.ListScheduledAsync(cancellationToken);

    /// <summary>The process is killed: of what was under way, so much was written all the same.</summary>
    public void Die(int written)
    {
        _isDead = true;
        foreach (Pending pending in _pending.Take(written))
        {
            Finish(pending);
        }

        _pending.Clear();
    }

    private double DelayMs => usualMs + SlowerMs;

    private static ValueTask Never => new(new TaskCompletionSource().Task);

    private Exception? Finish(Pending pending) => pending.Fault switch
    {
        AppendFault.Lost => new IOException("The disk did not answer."),
        AppendFault.Kept => disk.Write(pending.Tree, pending.Entry) ?? new IOException("The disk did not answer."),
        _ => disk.Write(pending.Tree, pending.Entry),
    };

    /// <summary>Answers keep their order.</summary>
    private void After(Action answer)
    {
        _lastDue = Math.Max(_lastDue, timeline.Now + DelayMs);
        timeline.Set(_lastDue, answer);
    }

    private sealed record Pending(TreeAddress Tree, JournalEntry Entry, AppendFault? Fault)
    {
        public TaskCompletionSource Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
