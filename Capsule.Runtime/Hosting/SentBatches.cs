namespace Capsule.Hosting;

/// <summary>
/// The batches of late, as each audience was sent them: whoever comes back gets those that they missed. As many as the options allow, those of all audiences together. Belongs to the tree's
/// thread.
/// </summary>
internal sealed class SentBatches(InProcessHostOptions options)
{
    private readonly Queue<Turn> _turns = new();
    private long _bytes;

    /// <summary>The next batch.</summary>
    public void Add(AudienceFrame[] frames)
    {
        var turn = new Turn(frames, frames.Sum(static frame => (long)frame.Message.Length));
        _turns.Enqueue(turn);
        _bytes += turn.Bytes;
        while (_turns.Count > 0 && (_turns.Count > options.MaxResumeBatches || _bytes > options.MaxResumeBytes))
        {
            _bytes -= _turns.Dequeue().Bytes;
        }
    }

    /// <summary>Nobody can go on from before.</summary>
    public void Clear()
    {
        _turns.Clear();
        _bytes = 0;
    }

    /// <summary>What an audience was sent after a batch, in order.</summary>
    /// <param name="audience">Whose.</param>
    /// <param name="seq">The batch that is known.</param>
    /// <param name="last">The last batch there is.</param>
    /// <param name="maxBytes">How much it may be.</param>
    /// <returns>Null if not all of it is here, or it is more than that.</returns>
    public IReadOnlyList<ReadOnlyMemory<byte>>? After(Audience audience, long seq, long last, long maxBytes)
    {
        if (seq > last || last - seq > _turns.Count)
        {
            return null;
        }

        var missed = new List<ReadOnlyMemory<byte>>((int)(last - seq));
        long bytes = 0;
        foreach (Turn turn in _turns.Skip(_turns.Count - (int)(last - seq)))
        {
            if (Array.Find(turn.Frames, one => one.Audience == audience) is not { Message: not null } frame || (bytes += frame.Message.Length) > maxBytes)
            {
                return null;
            }

            missed.Add(frame.BatchFrame);
        }

        return missed;
    }

    private readonly record struct Turn(AudienceFrame[] Frames, long Bytes);
}
