using Capsule.Access;

namespace Capsule;

/// <summary>Bounds of a host that keeps trees in this process. Each has a safe default.</summary>
public sealed class InProcessHostOptions
{
    /// <summary>How many models a tree may have before clients can add no more. Default 100,000.</summary>
    public int MaxModelsPerTree { get; set; } = 100_000;

    /// <summary>How many models deep a tree may be before clients can add no deeper, the root counted. Default 32.</summary>
    public int MaxDepth { get; set; } = 32;

    /// <summary>How long one text in what a client sends may be, in bytes of UTF-8. Default 32 KiB.</summary>
    public int MaxStringBytes { get; set; } = 32 * 1024;

    /// <summary>How many clients' queues of turns a tree remembers. The one unused for longest is forgotten first. Default 10,000.</summary>
    public int MaxClientsPerTree { get; set; } = 10_000;

    /// <summary>For how long a tree remembers the queue of a client that no session uses: who comes back later with turns that were not answered is told that they are lost. After a restart it counts
    /// from what the store has: the client's last turn, or the last snapshot. Default 30 days.</summary>
    public TimeSpan ClientRetention { get; set; } = TimeSpan.FromDays(30);

    /// <summary>How many verdicts that a client has not confirmed a tree keeps of it, for when it comes back. Older ones count as confirmed. Default 256, and no less than the turns that a
    /// client may have unanswered.</summary>
    public int MaxVerdictsPerClient { get; set; } = 256;

    /// <summary>How many turns may wait for a tree before clients are told to try again later. Default 1,000.</summary>
    public int MaxQueuedTurns { get; set; } = 1_000;

    /// <summary>How many turns may have run that the store has not confirmed yet; then the tree waits. Default 256.</summary>
    public int MaxUnconfirmedTurns { get; set; } = 256;

    /// <summary>After how many turns the store gets a new snapshot, so that it can drop the journal's older entries. Default 1,000.</summary>
    public int TurnsPerSnapshot { get; set; } = 1_000;

    /// <summary>How many of the batches that a tree sent last it keeps for those who come back; who missed more gets the state. Default 10,000.</summary>
    public int MaxResumeBatches { get; set; } = 10_000;

    /// <summary>How many bytes these batches may have, those of all audiences together. Default 8 MiB.</summary>
    public long MaxResumeBytes { get; set; } = 8 * 1024 * 1024;

    /// <summary>For how long a view that nobody looks at any more is kept up, for those who come back to it. Default two minutes.</summary>
    public TimeSpan ResumeTime { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>How many such views of a tree are kept up; the one that was left first is forgotten first. Each costs what a view costs. Default 64.</summary>
    public int MaxIdleViews { get; set; } = 64;

    /// <summary>How many calls of a tree may be due later (<see cref="ModelTree.Schedule"/>). They are stored whole at each change of them. Default 1,000.</summary>
    public int MaxScheduledCalls { get; set; } = 1_000;

    /// <summary>For how long turns are gathered, to go out as one message: each message costs more than what is in it. Whoever asked for a turn is answered at once all the same. Default nothing:
    /// turns go out as soon as the tree has nothing else to do, and 5 ms later where it always has.</summary>
    public TimeSpan FlushInterval { get; set; }

    /// <summary>A turn that takes longer is logged with its name: while it runs, nothing else of its tree does. Default 100 ms.</summary>
    public TimeSpan MaxTurnDuration { get; set; } = TimeSpan.FromMilliseconds(100);

    /// <summary>How many of its last turns a client can take back. They are kept in memory: after a restart, none can be. 0: none ever. Default 100.</summary>
    public int MaxUndoTurns { get; set; } = 100;

    /// <summary>How many bytes a tree keeps to take turns back, those of all clients together; the oldest turn is forgotten first. Default 8 MiB.</summary>
    public long MaxUndoBytes { get; set; } = 8 * 1024 * 1024;

    /// <summary>How long what belongs to a session (<see cref="SessionOwnedAttribute"/>) waits for a client whose connection was lost, or for all of them after a restart of the server. Who says goodbye is not waited for. Default
    /// 30 seconds.</summary>
    public TimeSpan SessionGrace { get; set; } = TimeSpan.FromSeconds(30);

    internal TreeLimits TreeLimits => new(MaxModelsPerTree, MaxDepth, MaxStringBytes, MaxScheduledCalls);
}
