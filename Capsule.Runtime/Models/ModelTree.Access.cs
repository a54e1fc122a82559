using System.Text.Json;
using Capsule.Access;
using Capsule.Protocol;
using Capsule.Validation;

namespace Capsule;

public sealed partial class ModelTree
{
    /// <summary>Raised when somebody asked for what is not allowed or makes no sense: who, what, of what, and why not. Nothing has changed.</summary>
    public event Action<Refusal>? Refused;

    /// <summary>Who asked for the running turn, and its time: for handlers of <see cref="CapsuleModel.Changed"/> that write down who did what. Null outside
    /// of a turn, and in one that no user asked for.</summary>
    public TurnContext? CurrentTurn { get; private set; }

    /// <summary>Does what a user asks, in one turn: all of it, if the rules of the models allow each op, or nothing.</summary>
    public Verdict SafeApply(CapsuleUser user, params IReadOnlyList<Op> ops) => SafeApply(user, ops, TurnServices.Given(null));

    /// <summary>As <see cref="SafeApply(CapsuleUser, IReadOnlyList{Op})"/>.</summary>
    /// <param name="user">Who asks.</param>
    /// <param name="ops">What is asked for.</param>
    /// <param name="services">What methods take from services.</param>
    /// <param name="outside">Gets the call of an asynchronous method, to run it when this has returned; without it there is no way to call one.</param>
    /// <param name="undo">What an undo takes back, and hears what is done; without it there is none.</param>
    internal Verdict SafeApply(CapsuleUser user, IReadOnlyList<Op> ops, TurnServices services, Action<PreparedCall>? outside = null, UndoGate? undo = null)
    {
        ArgumentNullException.ThrowIfNull(user);
        ArgumentNullException.ThrowIfNull(ops);
        if (InTurn)
        {
            throw new InvalidOperationException("What a user asks for is a turn of its own, and one is running. Wait until that has ended.");
        }

        var results = new RawJson[ops.Count];
        int current = 0;
        try
        {
            Run(
                () =>
                {
                    CurrentTurn = new TurnContext(this, user, services);
                    var gate = new Gate(this, CurrentTurn, new AsyncGate(ops.Count, outside), undo);
                    for (; current < ops.Count; current++)
                    {
                        results[current] = gate.Do(ops[current], current);
                    }

                    SettleReferences();
                    foreach ((CapsuleModel model, int op) in gate.Touched.Where(one => Registry.Holds(one.Key)))
                    {
                        current = op;
                        TurnValidation.DemandModel(model);
                    }

                    current = ops.Count;
                },
                silent: false);
        }
        catch (CapsuleException exception)
        {
            return Refuse(user, ops, current, exception.Code, exception.Message, exception.Attribute, exception.InnerException);
        }
        catch (Exception exception)
        {
            return Refuse(user, ops, current, ErrorCode.Failed, "It did not work. What went wrong is known to the server.", null, exception);
        }

        PublishWaiting();
        return Verdict.Applied(results);
    }

    /// <summary>As <see cref="SafeApply(CapsuleUser, IReadOnlyList{Op})"/>, for one op whose data may be no JSON.</summary>
    internal Verdict SafeApply(CapsuleUser user, Func<Op> read, IServiceProvider? services = null)
    {
        Op op;
        try
        {
            op = read();
        }
        catch (JsonException exception)
        {
            return Refuse(user, [], 0, ErrorCode.Invalid, $"The data are no valid JSON: {exception.Message}", null, exception);
        }

        return SafeApply(user, [op], TurnServices.Given(services));
    }

    private Verdict Refuse(
        CapsuleUser user, IReadOnlyList<Op> ops, int current, ErrorCode code, string message, string? attribute, Exception? exception)
    {
        Op? op = current < ops.Count ? ops[current] : null;
        var error = new ProtocolError(code, message, op is null ? null : current, attribute);
        Refused?.Invoke(new Refusal(user, op, error, exception));
        return Verdict.Refused(error);
    }
}
