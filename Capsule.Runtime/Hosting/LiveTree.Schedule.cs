using System.Collections.Immutable;
using Capsule.Access;
using Capsule.Protocol;

namespace Capsule.Hosting;

/// <summary>What the tree has to do at some time.</summary>
internal sealed partial class LiveTree
{
    private readonly Alarm _alarm;

    /// <summary>Whether something was called: where the store has not taken that, it is still to be done.</summary>
    private bool _hasCalledDue;

    /// <summary>When to wake the tree as the store has it; null if it has nothing to do. Belongs to the tree's thread.</summary>
    public DateTimeOffset? WakeAt => _hasFailed && (_hasCalledDue || Due is not null) ? _services.Time.GetUtcNow() + ScheduledTrees.RetryDelay : Due;

    private DateTimeOffset? Due => _tree.Scheduled is [{ Due: var due }, ..] ? due : null;

    /// <summary>What is scheduled, if that is new since it was last written down.</summary>
    private ImmutableArray<ScheduledCall>? TakeSchedule()
    {
        if (!_tree.IsScheduleNew)
        {
            return null;
        }

        _tree.IsScheduleNew = false;
        SetAlarm();
        return _tree.Scheduled;
    }

    private void SetAlarm() => _alarm.Set(Due);

    /// <summary>Calls what is due, one call in a turn; others have theirs in between.</summary>
    private void CallDue()
    {
        if (_hasEnded || _tree.Scheduled is not [{ } call, ..] || call.Due > _services.Time.GetUtcNow())
        {
            SetAlarm();
            return;
        }

        _hasCalledDue = true;
        try
        {
            Call(call);
        }
        catch (Exception exception)
        {
            // Once is enough: it is not tried again.
            LogScheduledThrew(exception, Address, call.Method, call.Due);
            Run(null, nameof(ModelTree.Unschedule), () => _tree.Unschedule(call.Id), () => { });
        }

        SetAlarm();
    }

    /// <summary>That it was called and what it did are one turn, so it is done once.</summary>
    private void Call(ScheduledCall call)
    {
        int method = _tree.TryFind(call.Model, out CapsuleModel? model) ? model.ModelType.IndexOfMethod(call.Method) : -1;
        PreparedCall? outside = null;
        TurnServices services = TurnServices.Scoped(_services.Provider);
        try
        {
            Run(
                null,
                call.Method,
                () =>
                {
                    _tree.Unschedule(call.Id);
                    if (method >= 0)
                    {
                        (_, outside) = CallOrPrepare(model!, method, call.Arguments, services);
                    }
                },
                () => _ = outside is null ? Task.CompletedTask : CallOutsideAsync(outside));
        }
        finally
        {
            End(services);
        }
    }

    private async Task CallOutsideAsync(PreparedCall call)
    {
        try
        {
            await RunAsync(call, CapsuleUser.Server, _ending.Token).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            NoteThrown(exception, call, nameof(ModelTree.Schedule));
        }
    }
}
