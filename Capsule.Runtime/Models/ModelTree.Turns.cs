using System.Runtime.ExceptionServices;
using Capsule.Changes;

namespace Capsule;

public sealed partial class ModelTree
{
    /// <summary>How often the handlers of <see cref="CapsuleModel.Changed"/> may answer one another with further changes in one turn.</summary>
    private const int MaxRoundsOfHandlers = 100;

    private ExceptionDispatchInfo? _failure;
    private bool _silent;

    /// <summary>True while a turn is running.</summary>
    public bool InTurn { get; private set; }

    /// <summary>Runs several changes as one turn: they are published as one batch, and if the body throws, the tree is as before.</summary>
    /// <param name="body">Synchronous. A turn inside a turn is part of the outer one; if it throws, the outer one fails too, even where it
    /// catches the exception.</param>
    /// <param name="silent">Withholds the events raised inside the process (<see cref="CapsuleModel.Changed"/>, <see cref="ModelCollection.Changed"/>);
    /// state and batch are as always.</param>
    /// <remarks>What handlers of <see cref="Published"/> throw comes from here too; the turn stands all the same.</remarks>
    public void Turn(Action body, bool silent = false)
    {
        ArgumentNullException.ThrowIfNull(body);
        Run(body, silent);
        PublishWaiting();
    }

    /// <summary>As <see cref="Turn(Action, bool)"/>, for a body with a result.</summary>
    /// <exception cref="InvalidOperationException">The result is a task: a turn is synchronous.</exception>
    public TResult Turn<TResult>(Func<TResult> body, bool silent = false)
    {
        ArgumentNullException.ThrowIfNull(body);
        if (typeof(TResult).IsAssignableTo(typeof(Task)) || typeof(TResult) == typeof(ValueTask))
        {
            throw new InvalidOperationException(
                "A turn is synchronous: what an async body does after its first await would be outside of it. Await first, then run the turn.");
        }

        TResult result = default!;
        Turn(() => { result = body(); }, silent);
        return result;
    }

    /// <summary>Begins a turn; false if one is running already.</summary>
    internal bool OpenTurn(bool silent = false)
    {
        if (InTurn)
        {
            return false;
        }

        if (_computes)
        {
            _computed?.Begin();
        }

        InTurn = true;
        _silent = silent;
        return true;
    }

    /// <summary>Ends a turn that was opened, and publishes it.</summary>
    internal void Commit()
    {
        Conclude();
        PublishWaiting();
    }

    /// <summary>A turn but for publishing: when it returns, what was done stands.</summary>
    private void Run(Action body, bool silent)
    {
        bool opened = OpenTurn(silent);
        try
        {
            body();
        }
        catch (Exception exception)
        {
            Fail(exception, opened);
            throw;
        }

        if (opened)
        {
            Conclude();
        }
    }

    /// <summary>Ends the turn: tells the handlers, hands the changes on, and makes them stand. Undoes everything if any of that throws.</summary>
    private void Conclude()
    {
        bool publishes = false;
        try
        {
            _failure?.Throw();
            SettleReferences();
            Compute();
            if (!_silent)
            {
                RaiseChanged();
            }

            _isConcluding = true;
            publishes = (Log.Compare(this) | Log.Invalidated.Count > 0) && IsKnown;
            if (publishes)
            {
                SettleOwners();
                HandOn();
            }
        }
        catch
        {
            RollBack();
            throw;
        }

        if (Bindings.Exist && !_silent)
        {
            Bindings.Take(Log);
        }

        SettleComputed();
        SettleSchedule();
        ForgetOwners();
        Log.Accept();
        IsFresh &= !publishes;
        EndTurn();
        Bindings.Tell();
    }

    /// <summary>Undoes the turn.</summary>
    internal void RollBack()
    {
        RollBackSchedule();
        Log.RollBack(this);
        ForgetComputed();
        EndTurn();
    }

    /// <summary>What was to be a part of a turn, or all of it, did not work.</summary>
    internal void Fail(Exception exception, bool opened)
    {
        if (opened)
        {
            RollBack();
        }
        else
        {
            _failure ??= ExceptionDispatchInfo.Capture(exception);
        }
    }

    private void EndTurn()
    {
        InTurn = false;
        CurrentTurn = null;
        _silent = false;
        _failure = null;
        _told = 0;
        _takesValues = false;
        _isConcluding = false;
    }

    private void RaiseChanged()
    {
        for (int round = 0; RaiseRound(); round++)
        {
            if (round == MaxRoundsOfHandlers)
            {
                throw new InvalidOperationException(
                    $"Handlers of Changed keep answering each other: after {MaxRoundsOfHandlers} rounds there are still new changes. "
                    + "Make one of them set a value that settles.");
            }

            SettleReferences();
            Compute();
        }
    }

    private bool RaiseRound()
    {
        bool raised = RaiseStructure();
        for (int index = 0; index < Log.Dirty.Count; index++)
        {
            CapsuleModel model = Log.Dirty[index].Model;
            raised |= model.HandlersOrNone?.Raise(model) ?? false;
        }

        return raised | RaiseComputed();
    }
}
