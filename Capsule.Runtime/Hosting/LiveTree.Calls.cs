using System.Text;
using Capsule.Access;
using Capsule.Protocol;

namespace Capsule.Hosting;

/// <summary>What server code asks of a tree.</summary>
internal sealed partial class LiveTree
{
    /// <summary>How to tell those who wait for an answer that the tree has ended.</summary>
    private readonly List<Action<ProtocolError>> _waiting = [];

    /// <summary>An export with server-only members, of what the store has confirmed.</summary>
    public Task<RawJson> ReadAsync(CancellationToken cancellationToken) => AskAsync<RawJson>(
        answer => answer(new RawJson(_tree.Root.XportUtf8(XportOptions.Everything))), turn: null, cancellationToken);

    /// <summary>Runs a method: in a turn, or outside of any if it is asynchronous.</summary>
    public async Task<RawJson> CallAsync(ModelId? id, string method, RawJson arguments, CancellationToken cancellationToken)
    {
        (RawJson result, PreparedCall? outside) = await CallInTurnAsync(id, method, arguments, cancellationToken).ConfigureAwait(false);
        if (outside is null)
        {
            return result;
        }

        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _ending.Token);
        return await RunAsync(outside, CapsuleUser.Server, either.Token).ConfigureAwait(false);
    }

    private Task<(RawJson Result, PreparedCall? Outside)> CallInTurnAsync(ModelId? id, string method, RawJson arguments, CancellationToken cancellationToken)
    {
        TurnServices services = TurnServices.Scoped(_services.Provider);
        return AskAsync<(RawJson, PreparedCall?)>(Call, method, cancellationToken, after: () => End(services));

        void Call(Action<(RawJson, PreparedCall?)> answer)
        {
            CapsuleModel model = id is not { } known ? _tree.Root : _tree.Find<CapsuleModel>(known)
                ?? throw new CapsuleException(ErrorCode.NotFound, $"{Address} has no model {known}.");
            int number = model.ModelType.IndexOfMethod(method);
            if (number < 0)
            {
                throw new CapsuleException(ErrorCode.NotFound, $"The {model.ModelType.Name} has no method '{method}' that is [Exposed] or [ServerCallable].");
            }

            answer(CallOrPrepare(model, number, arguments, services));
        }
    }

    /// <summary>Runs a method as the server, in the turn that is running; one that is asynchronous is only made ready, to run outside of it.</summary>
    private (RawJson Result, PreparedCall? Outside) CallOrPrepare(CapsuleModel model, int method, RawJson arguments, TurnServices services) =>
        model.ModelType.Methods[method].IsAsync
            ? (RawJson.Null, Invocation.Prepare(model, method, arguments))
            : (Invocation.Run(model, method, arguments, new TurnContext(_tree, CapsuleUser.Server, services)), null);

    /// <summary>Runs any code on the root in a turn.</summary>
    public Task<TResult> UpdateAsync<TResult>(Func<CapsuleModel, TResult> update, CancellationToken cancellationToken) =>
        AskAsync<TResult>(answer => answer(update(_tree.Root)), nameof(UpdateAsync), cancellationToken);

    /// <summary>Answers when the store has confirmed all that the answer may rest on.</summary>
    /// <param name="ask">Gets a way to answer.</param>
    /// <param name="turn">The name of the turn in which it runs; null for no turn.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <param name="after">Runs in any case.</param>
    private Task<TResult> AskAsync<TResult>(Action<Action<TResult>> ask, string? turn, CancellationToken cancellationToken, Action? after = null)
    {
        var answer = new TaskCompletionSource<TResult>(TaskCreationOptions.RunContinuationsAsynchronously);
        bool posted = Post(() =>
        {
            if (cancellationToken.IsCancellationRequested)
            {
                answer.TrySetCanceled(cancellationToken);
                return;
            }

            if (_hasEnded)
            {
                Refused(Again);
                return;
            }

            void Refused(ProtocolError reason) => answer.TrySetException(new CapsuleException(reason.Code, reason.Message));
            TResult result = default!;
            _waiting.Add(Refused);
            try
            {
                if (turn is not null)
                {
                    Run(null, turn, () => ask(value => result = value), Answer);
                }
                else
                {
                    ask(value => result = value);
                    _line.Add(Answer);
                }
            }
            catch (Exception exception)
            {
                _waiting.Remove(Refused);
                answer.TrySetException(exception);
            }

            after?.Invoke();

            void Answer()
            {
                if (turn is null)
                {
                    // What a reader is told has gone out to all.
                    FlushUnlessTimed();
                }

                _waiting.Remove(Refused);
                answer.TrySetResult(result);
            }
        });
        if (!posted)
        {
            answer.TrySetException(new CapsuleException(Again.Code, Again.Message));
        }

        return answer.Task.WaitAsync(cancellationToken);
    }
}
