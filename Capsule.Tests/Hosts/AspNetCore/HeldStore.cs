namespace Capsule.Tests.Hosts.AspNetCore;

/// <summary>A store that takes what it is given and confirms it when the test says so.</summary>
internal sealed class HeldStore : ICapsuleStore
{
    private readonly MemoryStore _store = new();
    private readonly TaskCompletionSource _waits = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TaskCompletionSource? _held;

    /// <summary>Ends when something waits for the first time.</summary>
    public Task Waits => _waits.Task.WaitAsync(TimeSpan.FromSeconds(10));

    public void Hold() => _held = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Release() => Interlocked.Exchange(ref _held, null)!.SetResult();

    public async ValueTask AppendAsync(TreeAddress tree, JournalEntry entry, CancellationToken cancellationToken = default)
    {
        TaskCompletionSource? held = _held;
        await _store.AppendAsync(tree, entry, cancellationToken);
        if (held is not null)
        {
            _waits.TrySetResult();
            await held.Task;
        }
    }

    public ValueTask<StoredTree?> LoadAsync(TreeAddress tree, CancellationToken cancellationToken = default) => _store.LoadAsync(tree, cancellationToken);

    public ValueTask<bool> CreateAsync(TreeAddress tree, TreeSnapshot snapshot, CancellationToken cancellationToken = default) =>
        _store.CreateAsync(tree, snapshot, cancellationToken);

    public ValueTask SaveSnapshotAsync(TreeAddress tree, TreeSnapshot snapshot, CancellationToken cancellationToken = default) =>
        _store.SaveSnapshotAsync(tree, snapshot, cancellationToken);

    public ValueTask<bool> DeleteAsync(TreeAddress tree, CancellationToken cancellationToken = default) => _store.DeleteAsync(tree, cancellationToken);

    public ValueTask<bool> ExistsAsync(TreeAddress tree, CancellationToken cancellationToken = default) => _store.ExistsAsync(tree, cancellationToken);

    public IAsyncEnumerable<string> ListAsync(string tenant, string root, CancellationToken cancellationToken = default) =>
        _store.ListAsync(tenant, root, cancellationToken);

    public IAsyncEnumerable<ScheduledTree> ListScheduledAsync(CancellationToken cancellationToken = default) => _store.ListScheduledAsync(cancellationToken);
}
