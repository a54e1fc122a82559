using Capsule.AspNetCore;

namespace Capsule.Tests.Simulation;

/// <summary>How the server is set up in a scenario: narrow, so that its limits are reached.</summary>
internal sealed record WorldOptions
{
    public int TurnsInFlight { get; init; } = 8;

    public int TurnsPerSecond { get; init; } = 50;

    public int TurnBurst { get; init; } = 100;

    public int BacklogMessages { get; init; } = 1_000;

    public int QueuedTurns { get; init; } = 1_000;

    public int UnconfirmedTurns { get; init; } = 256;

    public int TurnsPerSnapshot { get; init; } = 1_000;

    public int ResumeBatches { get; init; } = 10_000;

    public double ResumeSeconds { get; init; } = 120;

    /// <summary>How long the disk takes at least.</summary>
    public double DiskMs { get; init; }

    public void Apply(CapsuleOptions options)
    {
        options.MaxTurnsInFlight = TurnsInFlight;
        options.MaxTurnsPerSecond = TurnsPerSecond;
        options.TurnBurst = TurnBurst;
        options.MaxBacklogMessages = BacklogMessages;
        options.Trees.MaxQueuedTurns = QueuedTurns;
        options.Trees.MaxUnconfirmedTurns = UnconfirmedTurns;
        options.Trees.TurnsPerSnapshot = TurnsPerSnapshot;
        options.Trees.MaxResumeBatches = ResumeBatches;
        options.Trees.ResumeTime = TimeSpan.FromSeconds(ResumeSeconds);

        // Of the platform's own clock, which never rings here.
        options.PingInterval = TimeSpan.FromDays(1);
    }
}
