using Capsule.Protocol;

namespace Capsule.Tests.Concurrency;

/// <summary>One session of a client, from its join to its end, and what the client has of the tree by then.</summary>
internal sealed class Sitting(World world, Participant owner) : ISubscriber
{
    private TaskCompletionSource _heard = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public IConnection? Connection { get; set; }

    /// <summary>Why it was ended; null as long as it was not.</summary>
    public ProtocolError? Ended { get; private set; }

    /// <summary>Whether the client went by itself.</summary>
    public bool HasLeft { get; private set; }

    public bool IsRefused { get; set; }

    /// <summary>The tree as the client sees it; null until it was told.</summary>
    public Quay? Copy { get; private set; }

    public bool IsOver => Ended is not null || HasLeft || IsRefused;

    public void Leave(bool isForGood = false)
    {
        HasLeft = true;
        world.Note($"{owner.Name} leaves{(isForGood ? " for good" : "")}");
        if (isForGood)
        {
            Connection!.LeaveForGood();
        }
        else
        {
            Connection!.Leave();
        }
    }

    public void Deliver(Delivery delivery)
    {
        Check("is told something");
        if (HasLeft)
        {
            return;
        }

        try
        {
            foreach (Frame frame in FrameJson.ReadMessage(delivery.Message))
            {
                Take(frame);
            }
        }
        catch (Exception exception)
        {
            world.Fail($"{owner.Name}: {exception}");
        }

        Pulse();
    }

    public void End(ProtocolError error)
    {
        Check("is told that it ended");
        world.Note($"{owner.Name} is told: {error.Code}");
        Ended = error;
        Pulse();
    }

    /// <summary>Waits until something is so.</summary>
    public async Task UntilAsync(Func<bool> isSo)
    {
        while (!isSo())
        {
            await _heard.Task;
        }
    }

    private void Pulse()
    {
        TaskCompletionSource heard = _heard;
        _heard = new(TaskCreationOptions.RunContinuationsAsynchronously);
        heard.SetResult();
    }

    private void Check(string what)
    {
        if (TaskScheduler.Current != world.Scheduler)
        {
            world.Fail($"{owner.Name} {what} outside of the scheduler");
        }

        if (Ended is { } ended)
        {
            world.Fail($"{owner.Name} {what} after the end ({ended.Code})");
        }

        if (IsRefused)
        {
            world.Fail($"{owner.Name} {what} though its join was refused");
        }
    }

    private void Take(Frame frame)
    {
        world.Note($"{owner.Name} gets {Describe(frame)}");
        switch (frame)
        {
            case InitialFrame initial:
                Start(initial);
                break;
            case ResumedFrame resumed when Copy is null && owner.Known is { } known && known.Epoch == resumed.Epoch && known.Seq == resumed.Seq:
                Copy = owner.Copy;
                owner.Hear(resumed.Turns);
                break;
            case BatchFrame batch when Copy is not null && batch.Seq == owner.Known!.Seq + 1:
                Copy.Tree.Apply(batch.Events);
                owner.Known = owner.Known with { Seq = batch.Seq };
                break;
            case VerdictFrame verdict when Copy is not null:
                owner.Answered(verdict);
                break;
            case HoldFrame hold:
                world.Fail($"{owner.Name}'s turn {hold.Turn} is held: {hold.Code}");
                break;
            default:
                world.Fail($"{owner.Name} cannot use {Describe(frame)}; it knows {owner.Known}");
                break;
        }
    }

    private void Start(InitialFrame initial)
    {
        if (Copy is null)
        {
            owner.Hear(initial.Turns);
        }

        Copy = owner.Copy = new Quay();
        Copy.Mport(initial.App.Utf8.Span);
        owner.Known = new ResumePoint(initial.Epoch, initial.Seq, initial.View);
    }

    private static string Describe(Frame frame) => frame switch
    {
        InitialFrame initial => $"the state at {initial.Seq}",
        ResumedFrame resumed => $"what it missed since {resumed.Seq}",
        BatchFrame batch => $"batch {batch.Seq}",
        VerdictFrame verdict => $"verdict {verdict.Turn} {(verdict.IsApplied ? "applied" : verdict.Error!.Code)}",
        _ => frame.ToString(),
    };
}
