using Capsule.Protocol;

namespace Capsule.Hosting;

/// <summary>What a tree knows of one client's queue of turns. Belongs to the tree's thread.</summary>
/// <param name="client">The name of the queue.</param>
/// <param name="user">Whose it is.</param>
/// <param name="maxVerdicts">How many verdicts it keeps: older ones count as confirmed, or a client that confirms none would fill the memory.</param>
internal sealed class ClientTurns(Guid client, string? user, int maxVerdicts)
{
    private readonly List<RecordedTurn> _turns = [];

    public ClientTurns(ClientState state, int maxVerdicts)
        : this(state.Client, state.User, maxVerdicts)
    {
        Last = state.Last;
        IsStored = true;
        _turns.AddRange(state.Turns);
    }

    public Guid Client { get; } = client;

    /// <summary>Whose it is, by id; null for the anonymous. A guest's can become that of whom the guest signs in as.</summary>
    public string? User { get; set; } = user;

    /// <summary>The number of the last turn recorded.</summary>
    public long Last { get; private set; }

    /// <summary>Whether the store knows of it, so that a client that comes back after a crash is not taken for a new one.</summary>
    public bool IsStored { get; set; }

    public DateTimeOffset LastUsed { get; set; }

    /// <summary>Whether no session uses it and nothing of it is under way: only then can it be forgotten.</summary>
    public bool IsIdle => this is { Connection: null, Running: null };

    /// <summary>The session that uses it now, if any.</summary>
    public Connection? Connection { get; set; }

    /// <summary>The call of an asynchronous method that is running, with the verdict that it has if the process dies; null if none is.</summary>
    public RecordedTurn? Running { get; set; }

    /// <summary>Turns that wait until it has ended.</summary>
    public Queue<Action> Waiting { get; } = [];

    /// <summary>A verdict of the turn that was recorded last takes that one's place: a call that had only begun has ended.</summary>
    public void Record(RecordedTurn turn)
    {
        if (turn.Number == Last)
        {
            _turns.RemoveAll(former => former.Number == turn.Number);
        }

        _turns.Add(turn);
        _turns.RemoveRange(0, Math.Max(0, _turns.Count - maxVerdicts));
        Last = Math.Max(Last, turn.Number);
    }

    /// <summary>The client has these verdicts: they need not be kept.</summary>
    public void Confirm(long confirmed) => _turns.RemoveAll(turn => turn.Number <= confirmed);

    /// <summary>A client that comes back has these verdicts: those that are not known here were of turns that left nothing in the store.</summary>
    public void CatchUp(long confirmed)
    {
        Confirm(confirmed);
        Last = Math.Max(Last, confirmed);
    }

    public RecordedTurn? Find(long number) => _turns.Find(turn => turn.Number == number);

    public TurnsState ToTurnsState() => TurnsState.Known(Last, [.. _turns.Select(turn => (VerdictFrame)FrameJson.Read(turn.Verdict.Utf8))]);

    public ClientState ToClientState(DateTimeOffset lastUsed) => Running is { } running
        ? new(Client, User, running.Number, [.. _turns, running], lastUsed)
        : new(Client, User, Last, [.. _turns], lastUsed);
}
