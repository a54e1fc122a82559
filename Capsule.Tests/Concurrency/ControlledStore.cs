using System.Runtime.CompilerServices;
using Capsule.Protocol;

namespace Capsule.Tests.Concurrency;

/// <summary>A store in which that something is written and that it is answered are steps of their own. Appends are written in the order of the calls, as by one writer; now and then one fails,
/// or is written and fails all the same.</summary>
internal sealed class ControlledStore(World world) : ICapsuleStore
{
    private readonly MemoryStore _kept = new();
    private readonly HashSet<(Guid Client, long Turn)> _recorded = [];
    private Task _written = Task.CompletedTask;

    /// <summary>How likely an append is not written, or nobody learns that it was.</summary>
    public double Failures { get; set; }

    /// <summary>How likely a tree cannot be loaded.</summary>
    public double FailedLoads { get; set; }

    /// <summary>Whether nobody may ask for anything any more.</summary>
    public bool IsClosed { get; set; }

    /// <summary>How many calls have no answer yet that the host made for its trees. What somebody asks of the host itself, they wait for themselves.</summary>
    public int Open { get; private set; }

    /// <summary>What the store has, whoever asks.</summary>
    public StoredTree? Peek(TreeAddress tree) => _kept.LoadAsync(tree).AsTask().GetAwaiter().GetResult();

    public bool Has(Guid client, long turn) => _recorded.Contains((client, turn));

    public ValueTask<StoredTree?> LoadAsync(TreeAddress tree, CancellationToken cancellationToken = default) => new(AnswerAsync("load", isOfHost: true, async () =>
    {
        StoredTree? stored = await _kept.LoadAsync(tree, cancellationToken);
        return world.Choices.Chance(FailedLoads) ? throw new IOException("The store cannot be read.") : stored;
    }));

    public ValueTask<bool> CreateAsync(TreeAddress tree, TreeSnapshot snapshot, CancellationToken cancellationToken = default) =>
        new(AnswerAsync("create", isOfHost: false, () => _kept.CreateAsync(tree, snapshot, cancellationToken).AsTask()));

    public ValueTask AppendAsync(TreeAddress tree, JournalEntry entry, CancellationToken cancellationToken = default)
    {
        if (_written.IsCompleted && Failures == 0 && world.Choices.Chance(0.2))
        {
            Check("append", isOfHost: true);
            return Write(tree, entry);
        }

        Task before = _written;
        var written = new TaskCompletionSource();
        _written = written.Task;
        return new(AnswerAsync($"append {entry.Position}", isOfHost: true, async () =>
        {
            try
            {
                await before;
                bool fails = world.Choices.Chance(Failures);
                if (!fails || world.Choices.Chance(0.5))
                {
                    await Write(tree, entry);
                }

                return fails ? throw new IOException("The store does not know whether it wrote.") : true;
            }
            finally
            {
                written.SetResult();
            }
        }));
    }

    public ValueTask SaveSnapshotAsync(TreeAddress tree, TreeSnapshot snapshot, CancellationToken cancellationToken = default) => new(AnswerAsync("save", isOfHost: true, async () =>
    {
        await _kept.SaveSnapshotAsync(tree, snapshot, cancellationToken);
        return true;
    }));

    public ValueTask<bool> DeleteAsync(TreeAddress tree, CancellationToken cancellationToken = default) =>
        new(AnswerAsync("delete", isOfHost: false, () => _kept.DeleteAsync(tree, cancellationToken).AsTask()));

    public ValueTask<bool> ExistsAsync(TreeAddress tree, CancellationToken cancellationToken = default) =>
        new(AnswerAsync("exists", isOfHost: false, () => _kept.ExistsAsync(tree, cancellationToken).AsTask()));

    public IAsyncEnumerable<string> ListAsync(string tenant, string root, CancellationToken cancellationToken = default) => _kept.ListAsync(tenant, root, cancellationToken);

    public async IAsyncEnumerable<ScheduledTree> ListScheduledAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (ScheduledTree scheduled in _kept.ListScheduledAsync(cancellationToken))
        {
            yield return scheduled;
        }
    }

    private ValueTask Write(TreeAddress tree, JournalEntry entry)
    {
        ValueTask written = _kept.AppendAsync(tree, entry);
        if (written.IsCompletedSuccessfully && entry.Turn is { } turn)
        {
            _recorded.Add((turn.Client, turn.Number));
        }

        return written;
    }

    private async Task<T> AnswerAsync<T>(string what, bool isOfHost, Func<Task<T>> answer)
    {
        Check(what, isOfHost);
        Open += isOfHost ? 1 : 0;
        try
        {
            await Task.Yield();
            T result = await answer();
            world.Note($"store: {what}");
            await Task.Yield();
            world.Note($"store: {what} is answered");
            return result;
        }
        catch (Exception exception)
        {
            world.Note($"store: {what} fails, {exception.GetType().Name}");
            throw;
        }
        finally
        {
            Open -= isOfHost ? 1 : 0;
        }
    }

    private void Check(string what, bool isOfHost)
    {
        if (TaskScheduler.Current is not ControlledScheduler)
        {
            world.Fail($"the store is asked to {what} outside of the scheduler");
        }

        if (IsClosed && isOfHost)
        {
            world.Fail($"the store is asked to {what} after its host has ended");
        }
    }
}
