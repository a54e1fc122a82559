using System.Buffers;
using System.Text.Json;
using Capsule.Protocol;

namespace Capsule.Tests.Concurrency;

/// <summary>A client that keeps the protocol: it numbers its turns, comes back when it is told to, and sends again what was not answered.</summary>
internal sealed class Participant(World world, string name, Guid id, CapsuleUser user)
{
    private readonly List<(TurnMessage Turn, string Label)> _pending = [];
    private readonly Dictionary<long, string> _labels = [];
    private long _number;
    private long _confirmed;

    public string Name => name;

    public CapsuleUser User { get; set; } = user;

    /// <summary>What it has of the tree.</summary>
    public Quay? Copy { get; set; }

    public ResumePoint? Known { get; set; }

    /// <summary>The session that it is in, or was in last.</summary>
    public Sitting? Sitting { get; private set; }

    /// <summary>What it was told is done, by label.</summary>
    public HashSet<string> Applied { get; } = [];

    /// <summary>What it was told is not done.</summary>
    public HashSet<string> Rejected { get; } = [];

    /// <summary>What it was told failed, and may have been done in part.</summary>
    public HashSet<string> Interrupted { get; } = [];

    public bool HasAnswers => _pending.Count == 0;

    /// <summary>Joins; false if it was refused.</summary>
    public async Task<bool> JoinAsync(bool since = false, CancellationToken cancellation = default)
    {
        var sitting = new Sitting(world, this);
        world.Sit(sitting);
        var join = new JoinMessage(id, _confirmed, Since: since ? Known : null);
        JoinOutcome outcome;
        try
        {
            outcome = await world.Host.JoinAsync(new JoinRequest(World.Address, User, join, new Limits()), sitting, cancellation);
        }
        catch (Exception exception) when (exception is ObjectDisposedException or IOException or OperationCanceledException)
        {
            world.Note($"{name} cannot join: {exception.GetType().Name}");
            sitting.IsRefused = true;
            return false;
        }

        world.Note(outcome.Refusal is { } refusal ? $"{name} is refused: {refusal.Code}" : $"{name} has joined");
        sitting.IsRefused = outcome.Refusal is not null;
        sitting.Connection = outcome.Connection;
        Sitting = outcome.Connection is null ? Sitting : sitting;
        return outcome.Connection is not null;
    }

    /// <summary>Joins, again and again as long as it is told to.</summary>
    public async Task<bool> EnterAsync(bool since = false)
    {
        for (int attempt = 0; attempt < 100 && !world.IsHostEnding; attempt++)
        {
            if (await JoinAsync(since))
            {
                Sitting sitting = Sitting!;
                await sitting.UntilAsync(() => sitting.Copy is not null || sitting.IsOver);
                if (!sitting.IsOver)
                {
                    SendPending();
                    return true;
                }

                if (sitting.Ended?.Code is not ErrorCode.Closing)
                {
                    return false;
                }
            }

            await Task.Yield();
        }

        return false;
    }

    /// <summary>Does this and waits for the answers, in as many sessions as it takes; gives up when another takes its place, or the host ends.</summary>
    public async Task DoAsync(params (string Method, string What)[] calls)
    {
        foreach ((string method, string what) in calls)
        {
            Call(method, what);
            await Task.Yield();
        }

        await AnswersAsync();
    }

    public async Task AnswersAsync()
    {
        while (!HasAnswers)
        {
            if (Sitting is not { } sitting)
            {
                return;
            }

            await sitting.UntilAsync(() => HasAnswers || sitting.IsOver);
            if (!HasAnswers && (sitting.Ended?.Code is not ErrorCode.Closing || !await EnterAsync(since: true)))
            {
                return;
            }
        }
    }

    /// <summary>Sends one turn: a call of a method of the root with a text, or with nothing.</summary>
    public void Call(string method, string what)
    {
        long number = ++_number;
        RawJson arguments = RawJson.Parse(what.Length == 0 ? "[]" : JsonSerializer.Serialize(new[] { what }));
        TurnMessage turn = Turn(number, new CallOp(Copy!.Id, method, arguments));
        _labels[number] = what;
        _pending.Add((turn, what));
        Sitting!.Connection!.Send(turn);
    }

    public void Answered(VerdictFrame verdict)
    {
        if (!world.Store.Has(id, verdict.Turn))
        {
            world.Fail($"{name} has a verdict of turn {verdict.Turn} that the store does not");
        }

        _pending.RemoveAll(one => one.Turn.Turn == verdict.Turn);
        (verdict.IsApplied ? Applied : verdict.Error!.Code == ErrorCode.Failed ? Interrupted : Rejected).Add(_labels[verdict.Turn]);
        while (_confirmed < _number && _pending.TrueForAll(one => one.Turn.Turn > _confirmed + 1))
        {
            _confirmed++;
        }
    }

    /// <summary>Where the server says that the client's turns stand.</summary>
    public void Hear(TurnsState turns)
    {
        if (turns.IsLost)
        {
            // The tree was deleted, and its memory of this client with it: nothing that was sent counts any more.
            if (!world.WasDeleted)
            {
                world.Fail($"{name} was forgotten");
            }

            _pending.Clear();
            return;
        }

        foreach (VerdictFrame verdict in turns.Verdicts)
        {
            Answered(verdict);
        }
    }

    private void SendPending()
    {
        foreach ((TurnMessage turn, _) in _pending.ToArray())
        {
            Sitting!.Connection!.Send(turn);
        }
    }

    private static TurnMessage Turn(long number, Op op)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            ClientMessageJson.Write(writer, new TurnMessage(number, 0, [op]));
        }

        return (TurnMessage)ClientMessageJson.Read(buffer.WrittenMemory);
    }
}
