namespace Capsule.Protocol;

/// <summary>The end of a turn of this client: applied or rejected. It stands before the turn's batch, in the same message.</summary>
public sealed record VerdictFrame : Frame
{
    private VerdictFrame(long turn, long? seq, RawJson results, ProtocolError? error)
    {
        Turn = turn;
        Seq = seq;
        Results = results;
        Error = error;
    }

    /// <summary>The turn.</summary>
    public long Turn { get; }

    /// <summary>True if all of the turn's ops were applied; false if none was.</summary>
    public bool IsApplied => Error is null;

    /// <summary>The batch that the turn published; null where it published none.</summary>
    public long? Seq { get; }

    /// <summary>An array, one result per op; absent where the turn was rejected.</summary>
    public RawJson Results { get; }

    /// <summary>Why the turn was rejected; null where it was applied.</summary>
    public ProtocolError? Error { get; }

    /// <summary>All ops were applied.</summary>
    public static VerdictFrame Applied(long turn, long? seq, RawJson results) => new(turn, seq, results, null);

    /// <summary>No op was applied.</summary>
    public static VerdictFrame Rejected(long turn, ProtocolError error) => new(turn, null, default, error);
}
