using Capsule.Changes;
using Capsule.Protocol;

namespace Capsule;

public sealed partial class ModelTree
{
    private readonly Queue<Frame> _waiting = [];
    private TurnChanges? _changes;
    private bool _publishing;

    /// <summary>Raised once a turn stands and can no longer be undone, in order, with what it did, in the shapes of Capsule 0.2.2's publish events.
    /// On a server that is after the store has confirmed it. Members with <see cref="ServerOnlyAttribute"/> are not in it. A handler may
    /// start turns: their batches follow when all have heard this one.</summary>
    public event Action<BatchFrame>? Published;

    /// <summary>As <see cref="Published"/>, with what is in no batch: what <see cref="TransientAttribute"/> keeps out of the store. Of a turn that did both, it comes after the batch.</summary>
    public event Action<TransientFrame>? PublishedTransient;

    /// <summary>Takes what a turn changed, while it can still be read; whoever sets it also sees to <see cref="Publish"/>.</summary>
    internal Action<TurnChanges>? Committed { get; set; }

    internal bool HasListeners => Published is not null || PublishedTransient is not null;

    /// <summary>Raises <see cref="Published"/> and <see cref="PublishedTransient"/>.</summary>
    internal void Publish(IEnumerable<Frame> frames)
    {
        foreach (Frame frame in frames)
        {
            _waiting.Enqueue(frame);
        }

        PublishWaiting();
    }

    private void HandOn()
    {
        _changes ??= new TurnChanges(this);
        _changes.Prepare(Seq);
        if (Committed is not null)
        {
            Committed(_changes);
        }
        else if (HasListeners)
        {
            foreach (Frame frame in _changes.ToFrames())
            {
                _waiting.Enqueue(frame);
            }
        }

        Seq = _changes.IsNumbered ? _changes.Seq : Seq;
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
            while (_waiting.TryDequeue(out Frame? frame))
            {
                if (frame is BatchFrame batch)
                {
                    Published?.Invoke(batch);
                }
                else
                {
                    PublishedTransient?.Invoke((TransientFrame)frame);
                }
            }
        }
        finally
        {
            _publishing = false;
        }
    }
}
