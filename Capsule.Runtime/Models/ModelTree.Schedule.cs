using System.Collections.Immutable;
using Capsule.Protocol;
using Capsule.Scheduling;

namespace Capsule;

public sealed partial class ModelTree
{
    /// <summary>What is due later, first what is due first.</summary>
    public ImmutableArray<ScheduledCall> Scheduled { get; private set; } = [];

    /// <summary>Whether a turn that stands has changed it since this was last set to false.</summary>
    internal bool IsScheduleNew { get; set; }

    /// <summary>Has a method called when its time has come: in a turn of its own, by the server, once, also if the server was restarted meanwhile. It is part of the tree and of
    /// the running turn: if that is undone, nothing is scheduled. On a host only; a tree that stands alone keeps it and calls nothing.</summary>
    /// <param name="due">When, by the tree's clock. What is past is due at once, after this turn.</param>
    /// <param name="model">Whose method. If the tree does not have it any more when the time comes, nothing happens.</param>
    /// <param name="call">Calls one <see cref="ExposedAttribute"/> or <see cref="ServerCallableAttribute"/> method, as in <c>card => card.ArchiveAsync("late")</c>. It runs at once, and
    /// what it calls is written down.</param>
    /// <returns>What was written down; <see cref="Unschedule"/> takes its id.</returns>
    /// <exception cref="ArgumentException">The model is of another tree, or it is not one call.</exception>
    /// <exception cref="InvalidOperationException">The tree has as much to do as <see cref="InProcessHostOptions.MaxScheduledCalls"/> allows.</exception>
    public ScheduledCall Schedule<TModel>(DateTimeOffset due, TModel model, Func<ModelHandle<TModel>, Task> call)
        where TModel : CapsuleModel
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(call);
        if (model.OwningTree != this || !Registry.Holds(model))
        {
            throw new ArgumentException($"The {model.ModelType.Name} is not in this tree.", nameof(model));
        }

        if (Scheduled.Length >= Limits.MaxScheduledCalls)
        {
            throw new InvalidOperationException($"{nameof(InProcessHostOptions.MaxScheduledCalls)} allows a tree {Limits.MaxScheduledCalls} calls that are due later. Take some back with {nameof(Unschedule)}.");
        }

        (string method, RawJson arguments) = CallRecorder.Record(model, call);
        var scheduled = new ScheduledCall(NewId(), due, model.Id, method, arguments);
        int behind = Scheduled.Length;
        while (behind > 0 && Scheduled[behind - 1].Due > due)
        {
            behind--;
        }

        SetScheduled(Scheduled.Insert(behind, scheduled));
        return scheduled;
    }

    /// <summary>Takes back what was scheduled; false if there is no such call, or no longer.</summary>
    public bool Unschedule(ModelId scheduledCall)
    {
        int count = Scheduled.Length;
        SetScheduled(Scheduled.RemoveAll(call => call.Id == scheduledCall));
        return Scheduled.Length < count;
    }

    /// <summary>The tree was loaded: this is what it still has to do.</summary>
    internal void RestoreScheduled(IReadOnlyList<ScheduledCall> calls) => Scheduled = [.. calls];

    private void SetScheduled(ImmutableArray<ScheduledCall> scheduled) => Turn(() =>
    {
        Log.ScheduledBefore ??= Scheduled;
        Scheduled = scheduled;
    });

    private void SettleSchedule()
    {
        if (Log.ScheduledBefore is { } before && before != Scheduled)
        {
            IsScheduleNew = true;
        }
    }

    private void RollBackSchedule() => Scheduled = Log.ScheduledBefore ?? Scheduled;
}
