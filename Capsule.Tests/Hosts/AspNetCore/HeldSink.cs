using System.Text;
using Capsule.AspNetCore.Sockets;

namespace Capsule.Tests.Hosts.AspNetCore;

/// <summary>A socket whose writes end when the test says so, or at once.</summary>
internal sealed class HeldSink : IMessageSink
{
    private TaskCompletionSource? _write;

    public List<string> Written { get; } = [];

    /// <summary>Whether the next writes wait for <see cref="Release"/>.</summary>
    public bool IsHeld { get; set; }

    /// <summary>What the next write throws, before it gives back a task.</summary>
    public Exception? Failure { get; set; }

    public ValueTask SendAsync(ReadOnlyMemory<byte> message)
    {
        Assert.That(_write, Is.Null, "one write at a time");
        if (Failure is { } failure)
        {
            throw failure;
        }

        Written.Add(Encoding.UTF8.GetString(message.Span));
        if (!IsHeld)
        {
            return ValueTask.CompletedTask;
        }

        _write = new TaskCompletionSource();
        return new ValueTask(_write.Task);
    }

    /// <summary>Ends the write that is under way; what follows it runs before this returns.</summary>
    public void Release() => End(write => write.SetResult());

    /// <summary>Lets the write that is under way fail.</summary>
    public void Break(Exception failure) => End(write => write.SetException(failure));

    private void End(Action<TaskCompletionSource> end)
    {
        TaskCompletionSource write = _write!;
        _write = null;

        // What waits for a task runs at once only where no context is asked to run it.
        SynchronizationContext? context = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            end(write);
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(context);
        }
    }
}
