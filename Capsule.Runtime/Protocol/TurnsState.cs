namespace Capsule.Protocol;

/// <summary>What the server knows of a client's queue of turns when a session opens. Immutable.</summary>
public sealed record TurnsState
{
    private TurnsState(long last, IReadOnlyList<VerdictFrame> verdicts, bool isLost)
    {
        Last = last;
        Verdicts = verdicts;
        IsLost = isLost;
    }

    /// <summary>The last turn recorded for this client; 0 if there is none.</summary>
    public long Last { get; }

    /// <summary>The verdicts above what the client has confirmed, in order.</summary>
    public IReadOnlyList<VerdictFrame> Verdicts { get; }

    /// <summary>True if the server has no place for this client any more, although the client has confirmed turns.</summary>
    public bool IsLost { get; }

    /// <summary>The state of a queue that the server forgot.</summary>
    public static TurnsState Lost { get; } = new(0, [], true);

    /// <summary>The state of a queue that the server knows, or of a new one.</summary>
    public static TurnsState Known(long last, IReadOnlyList<VerdictFrame> verdicts) => new(last, verdicts, false);
}
