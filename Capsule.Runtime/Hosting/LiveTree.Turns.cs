using System.Security.Cryptography;
using Capsule.Access;
using Capsule.Access.Seeing;
using Capsule.Changes;
using Capsule.Protocol;

namespace Capsule.Hosting;

/// <summary>Turns: of clients, numbered, each done once; and what a turn leaves behind.</summary>
internal sealed partial class LiveTree
{
    private long _savedPosition;

    /// <summary>The snapshots that the store is being given, one after the other. Never fails.</summary>
    private Task _saving = Task.CompletedTask;

    private int _waitingTurns;

    /// <summary>What the turn that is being committed did: made while it can be read, used when its verdict is known.</summary>
    private Committed? _committed;

    /// <summary>What takes back the client's turn that is running.</summary>
    private UndoGate? _undo;

    public void Take(Connection connection, TurnMessage turn)
    {
        if (Interlocked.Increment(ref _waitingTurns) > _options.MaxQueuedTurns)
        {
            Interlocked.Decrement(ref _waitingTurns);
            Post(() => Hold(connection, new HoldFrame(turn.Turn, ErrorCode.Busy, RetryAfterMs: 250)));
            return;
        }

        Post(() =>
        {
            Interlocked.Decrement(ref _waitingTurns);
            Decide(connection, turn.Turn, turn.Confirmed, turn.RawOps, incoming => Perform(incoming, turn.Ops));
        });
    }

    public void Refuse(Connection connection, RefusedTurn turn, ProtocolError error) => Post(() => Decide(
        connection, turn.Turn, turn.Confirmed, turn.RawOps, incoming => Record(incoming, Verdict.Refused(error))));

    /// <summary>Runs a turn if it is the client's next; else answers as the protocol says.</summary>
    private void Decide(Connection connection, long number, long confirmed, RawJson ops, Action<IncomingTurn> run)
    {
        TakeRenewal(connection);
        if (connection.HasEnded || connection.Client is not { } client)
        {
            return;
        }

        client.Confirm(confirmed);
        if (client.Running is { } running && number >= running.Number)
        {
            Wait(connection, running, number, ops, () => Decide(connection, number, confirmed, ops, run));
            return;
        }

        string hash = HashOf(ops);
        if (number > client.Last + 1)
        {
            Hold(connection, new HoldFrame(number, ErrorCode.Gap, Next: client.Last + 1));
        }
        else if (number <= client.Last)
        {
            Repeat(connection, client, number, hash);
        }
        else
        {
            run(new IncomingTurn(connection, client, connection.Session.User, number, hash));
        }
    }

    private void Perform(IncomingTurn turn, IReadOnlyList<Op> ops)
    {
        PreparedCall? outside = null;
        TurnServices services = TurnServices.Scoped(_services.Provider);
        _asking = turn.Connection;
        _tree.Acting = turn.Client.Client;
        _undo = _history is null ? null : new UndoGate(_tree, ops.Count, op => _history.Find(turn.Client.Client, op));
        Verdict verdict;
        using (Watch("a client's turn", ops))
        {
            verdict = _tree.SafeApply(turn.User, ops, services, call => outside = call, _undo);
        }

        if (_undo is not null && outside is null && verdict.IsApplied && (_committed?.Seq is not null || ops is [UndoOp or RedoOp]))
        {
            _history!.Keep(turn.Client.Client, turn.Number, ops, _undo.Inverse);
        }

        _undo = null;
        _asking = null;
        _tree.Acting = null;
        End(services);
        if (outside is not null && verdict.IsApplied)
        {
            Begin(turn, outside, (CallOp)ops[0]);
        }
        else
        {
            Record(turn, verdict, isRepeatable: ops.All(static op => op is not CallOp));
        }
    }

    /// <summary>A turn that was done before: its verdict again, if it is the same turn.</summary>
    private void Repeat(Connection connection, ClientTurns client, long number, string hash)
    {
        RecordedTurn? recorded = client.Find(number);
        Answer(connection, recorded is not null && recorded.Hash == hash ? recorded.Verdict.Utf8 : UsedAlready(number));
    }

    private byte[] UsedAlready(long number) => _frames.Frame(
        VerdictFrame.Rejected(number, new ProtocolError(ErrorCode.Conflict, $"Turn {number} was used for other ops, or its verdict was confirmed.")));

    private void Answer(Connection connection, ReadOnlyMemory<byte> verdict) => _line.Add(() => Deliver(connection, OfVerdict(verdict)));

    /// <param name="turn">What was asked.</param>
    /// <param name="verdict">What came of it.</param>
    /// <param name="isRepeatable">Whether it did nothing outside of the tree.</param>
    private void Record(IncomingTurn turn, Verdict verdict, bool isRepeatable = false)
    {
        Committed? committed = TakeCommitted();
        VerdictFrame frame = verdict.Error is { } error
            ? VerdictFrame.Rejected(turn.Number, error)
            : VerdictFrame.Applied(turn.Number, committed?.Seq, ResultsOf(verdict));
        byte[] bytes = _frames.Frame(frame);
        var recorded = new RecordedTurn(turn.Client.Client, turn.Number, turn.Hash, new RawJson(bytes));
        turn.Client.Record(recorded);
        bool isInMemory = isRepeatable && turn.Client.IsStored && HasNothingToStore(committed);
        turn.Client.IsStored = true;

        // Whoever called something that took long may have come back in another session.
        Connection connection = turn.Client.Connection ?? turn.Connection;
        Finish(turn.User, committed, recorded, () =>
        {
            ReadOnlyMemory<byte> frames = committed?.FramesFor(connection) ?? default;
            Deliver(connection, frames.IsEmpty ? OfVerdict(bytes) : new Delivery(FrameBuffer.Join(bytes, frames), Verdicts: FrameBuffer.Join(bytes)));
        }, connection, isInMemory);
    }

    /// <summary>Runs a turn of the server's own. If it throws, it was undone.</summary>
    private void Run(CapsuleUser? user, string name, Action body, Action confirmed)
    {
        using (Watch(name))
        {
            _tree.Turn(body);
        }

        Committed? committed = TakeCommitted();
        if (committed is null && !_tree.IsScheduleNew)
        {
            _line.Add(confirmed);
        }
        else
        {
            Finish(user, committed, null, confirmed, isInMemory: HasNothingToStore(committed));
        }
    }

    /// <summary>Whether a turn changed something, and nothing that is stored.</summary>
    private bool HasNothingToStore(Committed? committed) => committed is { Seq: null } && !_tree.IsScheduleNew;

    /// <summary>Called by the tree at the end of a turn that changed something, while the changes can be read.</summary>
    private void Keep(TurnChanges changes)
    {
        _undo?.Read();
        byte[] events = _frames.Write(changes, static (writer, changes) =>
        {
            writer.WriteStartArray();
            changes.WriteEvents(writer, XportOptions.Stored, EventPart.Durable);
            writer.WriteEndArray();
        });
        Questions? questions = _tree.Root.ModelType.HasSeeingRules || _tree.Root.ModelType.Views.HasRules || !_tree.Root.ModelType.Views.IsOpen ? new Questions(_tree) : null;
        AudienceFrame[] frames = _audiences.Tell(changes, questions);
        _mayHaveToLeave |= questions?.AsksRoot == true;
        _committed = new Committed(changes.IsNumbered ? changes.Seq : null, changes.IsMixed, frames, new RawJson(events), _tree.HasListeners ? [.. changes.ToFrames()] : []);
    }

    private Committed? TakeCommitted()
    {
        Committed? committed = _committed;
        _committed = null;
        return committed;
    }

    /// <summary>Writes the turn down; when the store has it, tells <paramref name="first"/>, then everybody but <paramref name="told"/>.</summary>
    /// <remarks>A turn that only changes what is not stored stays in memory (<paramref name="isInMemory"/>): should the process die, what it did is gone, and the client, if it had no answer, may do it again.
    /// Its number is written down with the client's next turn that is, and a client that comes back says which verdicts it has.</remarks>
    private void Finish(CapsuleUser? user, Committed? committed, RecordedTurn? turn, Action first, Connection? told = null, bool isInMemory = false)
    {
        if (committed is not null)
        {
            Remember(committed);
        }

        _line.Add(isInMemory ? ValueTask.CompletedTask : Append(user, committed, turn), () =>
        {
            first();
            if (committed is not null)
            {
                Broadcast(committed, told);
            }
        });
        SaveSnapshotIfDue();
        SendAway();
    }

    /// <summary>Keeps what those have to be sent who join or come back.</summary>
    private void Remember(Committed committed)
    {
        if (committed.IsMixed)
        {
            _sent.Clear();
        }
        else if (committed.Seq is not null)
        {
            _sent.Add(committed.Frames);
        }

        foreach (AudienceFrame frame in committed.Frames)
        {
            frame.Audience.State.Add(frame.LastingFrames);
        }
    }

    private ValueTask Append(CapsuleUser? user, Committed? committed, RecordedTurn? turn)
    {
        RawJson events = committed is { Seq: not null } ? committed.Events : RawJson.EmptyArray;
        return Append(new JournalEntry(++_position, _tree.Time.GetUtcNow(), user?.Id, turn, committed?.Seq, events, TakeSchedule()));
    }

    private ValueTask Append(JournalEntry entry)
    {
        try
        {
            return _store.AppendAsync(Address, entry);
        }
        catch (Exception exception)
        {
            return ValueTask.FromException(exception);
        }
    }

    private void Broadcast(Committed committed, Connection? told)
    {
        foreach (AudienceFrame frame in committed.Frames)
        {
            if (frame.Message.Length > 0)
            {
                Gather(frame, told);
            }
        }

        if (committed.Published.Length > 0)
        {
            Guard(nameof(ModelTree.Published), () => _tree.Publish(committed.Published));
        }
    }

    private void SaveSnapshotIfDue()
    {
        if (_position - _savedPosition < _options.TurnsPerSnapshot)
        {
            return;
        }

        _savedPosition = _position;
        var snapshot = new TreeSnapshot(_position, _epoch, _tree.Seq, new RawJson(_tree.Root.XportUtf8(XportOptions.Stored)), _clients.ToStates(), _tree.Scheduled);
        _line.Add(() => _saving = SaveAsync(_saving, snapshot));
    }

    private async Task SaveAsync(Task former, TreeSnapshot snapshot)
    {
        await former.ConfigureAwait(false);
        try
        {
            await _store.SaveSnapshotAsync(Address, snapshot).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            LogSnapshotFailed(exception, Address);
        }
    }

    private void Hold(Connection connection, HoldFrame hold)
    {
        byte[] message = _frames.Message(hold);
        _line.Add(() => Deliver(connection, new Delivery(message, Verdicts: message)));
    }

    private static void Deliver(Connection connection, Delivery delivery)
    {
        if (connection.HasEnded)
        {
            return;
        }

        CatchUp(connection);
        connection.Subscriber.Deliver(delivery);
    }

    private static Delivery OfVerdict(ReadOnlyMemory<byte> verdict)
    {
        byte[] message = FrameBuffer.Join(verdict);
        return new Delivery(message, Verdicts: message);
    }

    private static string HashOf(RawJson ops) => Convert.ToHexStringLower(SHA256.HashData(ops.Utf8.Span)[..16]);

    private static RawJson ResultsOf(Verdict verdict) => new(FrameBuffer.Join([.. verdict.Results.Select(result => result.Utf8)]));

    /// <summary>What a turn did, as bytes.</summary>
    /// <param name="Seq">The batch's number; null if there is none.</param>
    /// <param name="IsMixed">Whether the batch has what is not stored too, so that nobody may go on with it who comes from before.</param>
    /// <param name="Frames">What each audience sees of it.</param>
    /// <param name="Events">The events of what is stored, with server-only members.</param>
    /// <param name="Published">The frames for those who listen in this process; none if nobody does.</param>
    private sealed record Committed(long? Seq, bool IsMixed, AudienceFrame[] Frames, RawJson Events, Frame[] Published)
    {
        /// <summary>The frames as this session sees them; empty if it does not get any yet, or there is nothing to tell it.</summary>
        public ReadOnlyMemory<byte> FramesFor(Connection connection) =>
            Array.Find(Frames, one => one.Audience == connection.Heard) is { Message: not null } found ? found.Frames : default;
    }
}
