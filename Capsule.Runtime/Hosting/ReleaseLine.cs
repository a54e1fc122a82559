namespace Capsule.Hosting;

/// <summary>Holds back what a turn has to say until the store has confirmed its record, and lets everything go in the order in which it came.
/// Belongs to the tree's thread.</summary>
/// <param name="post">Runs something on the tree's thread.</param>
/// <param name="fail">Called once, when an append failed: nothing held is ever let go.</param>
internal sealed class ReleaseLine(Action<Action> post, Action<Exception> fail)
{
    private readonly Queue<(Task Confirmed, Action Release)> _held = new();
    private bool _failed;

    /// <summary>How many turns the store has not confirmed.</summary>
    public int Count => _held.Count;

    /// <summary>Ends, well or not, when the next record to be confirmed has an answer.</summary>
    public Task Next => _held.Peek().Confirmed;

    /// <summary>Once an append has failed: the ones after it, which may have no answer yet.</summary>
    public IReadOnlyList<Task> Abandoned { get; private set; } = [];

    /// <summary>Lets <paramref name="release"/> run when the record is confirmed and all before it have run: now, if that is so already.</summary>
    public void Add(ValueTask confirmed, Action release)
    {
        if (_failed)
        {
            return;
        }

        if (_held.Count == 0 && confirmed.IsCompletedSuccessfully)
        {
            release();
            return;
        }

        _held.Enqueue((confirmed.AsTask(), release));
        if (_held.Count == 1)
        {
            Watch();
        }
    }

    /// <summary>Lets <paramref name="release"/> run after all before it.</summary>
    public void Add(Action release) => Add(ValueTask.CompletedTask, release);

    /// <summary>Lets go what can be let go.</summary>
    public void Drain()
    {
        while (!_failed && _held.TryPeek(out (Task Confirmed, Action Release) first) && first.Confirmed.IsCompleted)
        {
            if (!first.Confirmed.IsCompletedSuccessfully)
            {
                _failed = true;
                Abandoned = [.. _held.Select(static one => one.Confirmed)];
                _held.Clear();
                fail(first.Confirmed.Exception?.InnerException ?? new OperationCanceledException("The store gave up on an append."));
                return;
            }

            _held.Dequeue();
            first.Release();
        }
    }

    private void Watch() => Next.ContinueWith(
        _ => post(() =>
        {
            Drain();
            if (!_failed && _held.Count > 0)
            {
                Watch();
            }
        }),
        CancellationToken.None,
        TaskContinuationOptions.ExecuteSynchronously,
        TaskScheduler.Default);
}
