using Capsule.Access;
using Capsule.Internals;
using Capsule.Protocol;

namespace Capsule.Hosting;

/// <summary>
/// Calls of asynchronous methods: they run outside of any turn, and change the tree by calls of their own.
/// </summary>
/// <remarks>
/// That a client's call begins is written down first, with the verdict that it failed; only then it runs, and at its end the true verdict takes that
/// one's place. So a process that dies in between leaves a turn that is answered, and never one that is done twice. Other clients' turns run meanwhile; the
/// same client's wait, because turns are answered in order.
/// </remarks>
internal sealed partial class LiveTree
{
    private readonly CancellationTokenSource _ending = new();

    private static ProtocolError Interrupted { get; } = new(ErrorCode.Failed, "The server stopped while this was being done: some of it may have been.", Op: 0);

    private void Begin(IncomingTurn turn, PreparedCall call, CallOp op)
    {
        var begun = new RecordedTurn(
            turn.Client.Client, turn.Number, turn.Hash, new RawJson(_frames.Frame(VerdictFrame.Rejected(turn.Number, Interrupted))));
        turn.Client.Running = begun;
        Finish(turn.User, null, begun, () => _ = RunAsync(turn, call, op));
    }

    private async Task RunAsync(IncomingTurn turn, PreparedCall call, CallOp op)
    {
        Verdict verdict;
        Refusal? refusal = null;
        try
        {
            verdict = Verdict.Applied([await RunAsync(call, turn.User, _ending.Token).ConfigureAwait(false)]);
        }
        catch (Exception exception)
        {
            var error = new ProtocolError(ErrorCode.Failed, "It did not work. What went wrong is known to the server.", Op: 0);
            verdict = Verdict.Refused(error);
            refusal = new Refusal(turn.User, op, error, exception);
        }

        if (refusal is not null)
        {
            NoteThrown(refusal.Exception!, call, turn.User.ToString());
        }

        Post(() => Conclude(turn, verdict, refusal));
    }

    /// <summary>Logs that a method failed outside of any turn; not where that is because the tree ends, or the host, which lets methods that are still at work call it no more a little before its trees end.</summary>
    private void NoteThrown(Exception exception, PreparedCall call, string user)
    {
        bool isEndOfHost = exception is ObjectDisposedException ended && ended.ObjectName == typeof(InProcessHost).FullName;
        if (!_ending.IsCancellationRequested && !isEndOfHost)
        {
            LogAsyncCallThrew(exception, Address, call.Method, user);
        }
    }

    /// <summary>Answers the call, then takes the client's turns that have waited for that.</summary>
    private void Conclude(IncomingTurn turn, Verdict verdict, Refusal? refusal)
    {
        if (_hasEnded)
        {
            return;
        }

        if (refusal is not null)
        {
            Guard(nameof(RootDefinition.OnRefused), () => _definition.OnRefused?.Invoke(From(turn.Client.Connection ?? turn.Connection, refusal)));
        }

        turn.Client.Running = null;
        Record(turn, verdict);
        while (turn.Client.Running is null && turn.Client.Waiting.TryDequeue(out Action? next))
        {
            Interlocked.Decrement(ref _waitingTurns);
            next();
        }
    }

    /// <summary>A turn of a client whose call is running.</summary>
    private void Wait(Connection connection, RecordedTurn running, long number, RawJson ops, Action decide)
    {
        if (number == running.Number)
        {
            // Sent again: the call that runs will answer it.
            if (HashOf(ops) != running.Hash)
            {
                Answer(connection, UsedAlready(number));
            }
        }
        else if (Interlocked.Increment(ref _waitingTurns) > _options.MaxQueuedTurns)
        {
            Interlocked.Decrement(ref _waitingTurns);
            Hold(connection, new HoldFrame(number, ErrorCode.Busy, RetryAfterMs: 250));
        }
        else
        {
            connection.Client!.Waiting.Enqueue(decide);
        }
    }

    /// <summary>Runs the method on another thread than the tree's.</summary>
    private Task<RawJson> RunAsync(PreparedCall call, CapsuleUser user, CancellationToken cancellation) => Task.Run(
        async () =>
        {
            TurnServices services = TurnServices.Scoped(_services.Provider);
            try
            {
                return await Invocation.RunAsync(call, new AsyncCall(_services.Host, Address, call.Model, user, services, cancellation)).ConfigureAwait(false);
            }
            finally
            {
                await EndAsync(services).ConfigureAwait(false);
            }
        },
        CancellationToken.None);

    private void End(TurnServices services)
    {
        if (services.HasScopes)
        {
            _ = EndAsync(services);
        }
    }

    /// <summary>Lets go of what the methods of a turn took from services: what goes wrong there changes nothing of what they did.</summary>
    private async Task EndAsync(TurnServices services)
    {
        try
        {
            await services.DisposeAsync().ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            LogScopeFailed(exception, Address);
        }
    }

    /// <summary>A client's turn that is its next.</summary>
    private readonly record struct IncomingTurn(Connection Connection, ClientTurns Client, CapsuleUser User, long Number, string Hash);
}
