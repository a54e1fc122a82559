using Capsule.Changes;
using Capsule.Protocol;

namespace Capsule;

public sealed partial class ModelTree
{
    private readonly Queue<BatchFrame> _waiting = [];
    private TurnChanges? _changes;
    private bool _publishing;

    /// <summary>Raised once a turn stands and can no longer be undone, in order, with what it did, in the shapes of Capsule 0.2.2's publish events.
    /// On a server that is after the store has confirmed it. Members with <see cref="ServerOnlyAttribute"/> are not in it. A handler may
    /// start turns: their batches follow when all have heard this one.</summary>
    public event Action<BatchFrame>? Published;

    /// <summary>Takes what a turn changed, while it can still be read; whoever sets it also sees to <see cref="Publish"/>.</summary>
    internal Action<TurnChanges>? Committed { get; set; }

    internal bool HasListeners => Published is not null;

    /// <summary>Raises <see cref="Published"/>.</summary>
    internal void Publish(BatchFrame batch)
    {
        _waiting.Enqueue(batch);
        PublishWaiting();
    }

    private void HandOn(long seq)
    {
        if (Committed is null && Published is null)
        {
            return;
        }

        _changes ??= new TurnChanges(this);
        _changes.Prepare(seq);
        if (Committed is not null)
        {
            Committed(_changes);
        }
        else
        {
            _waiting.Enqueue(_changes.ToBatch());
        }
    }

    private void PublishWaiting()
    {
        if (_publishing || InTurn || _waiting.Count == 0)
        {
            return;
        }

        _publishing = true;
        try
        {
            while (_waiting.TryDequeue(out BatchFrame? batch))
            {
                Published?.Invoke(batch);
            }
        }
        finally
        {
            _publishing = false;
        }
    }
}
