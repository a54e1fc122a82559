using System.Net.WebSockets;
using Capsule.Protocol;

namespace Capsule.AspNetCore.Sockets;

/// <summary>
/// What goes to one client. An idle socket is written to at once, by whoever delivers; while a write is under way, what follows waits and then goes out as
/// one message. Never more waits than the limits allow: beyond, batches are dropped, verdicts are kept, and the state is asked for anew.
/// </summary>
/// <remarks>Thread-safe. Only one write is under way at any time.</remarks>
internal sealed class Outbox(IMessageSink sink, int maxBytes, int maxMessages, TimeProvider time) : ISubscriber
{
    private readonly Lock _lock = new();
    private readonly Backlog _backlog = new(maxBytes, maxMessages);
    private readonly TaskCompletionSource<CloseReason> _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _isWriting;
    private CloseReason? _closing;
    private long _lastWrite = time.GetTimestamp();
    private int _answered;

    /// <summary>Asked for when batches had to be dropped and the socket takes messages again.</summary>
    public Action? Resynchronise { get; set; }

    /// <summary>Ends when the last message has gone out, or the socket broke: close it so.</summary>
    public Task<CloseReason> Closed => _closed.Task;

    /// <summary>How many turns have been answered.</summary>
    public int Answered => Volatile.Read(ref _answered);

    /// <summary>For how long nothing was sent.</summary>
    public TimeSpan Silence => time.GetElapsedTime(Volatile.Read(ref _lastWrite));

    /// <inheritdoc/>
    public void Deliver(Delivery delivery)
    {
        lock (_lock)
        {
            if (!delivery.Verdicts.IsEmpty)
            {
                Volatile.Write(ref _answered, _answered + 1);
            }

            if (_closing is not null)
            {
                return;
            }

            if (_isWriting)
            {
                _backlog.Add(delivery);
                return;
            }

            _isWriting = true;
        }

        Write(delivery.Message);
    }

    /// <summary>Sends a frame of the gateway's own.</summary>
    public void Send(Frame frame, bool isAnswer = false)
    {
        byte[] message = FrameMessage.Of(frame);
        Deliver(new Delivery(message, isAnswer ? message : default));
    }

    /// <inheritdoc/>
    public void End(ProtocolError error)
    {
        ArgumentNullException.ThrowIfNull(error);
        var status = (WebSocketCloseStatus)(error.Code.ToCloseCode() ?? (int)WebSocketCloseStatus.PolicyViolation);
        Close(new CloseReason(status, error.Code.ToWireText()), FrameMessage.Of(new EndedFrame(error)));
    }

    /// <summary>Ends without a word of the protocol.</summary>
    public void Close(CloseReason reason) => Close(reason, default);

    private void Close(CloseReason reason, ReadOnlyMemory<byte> last)
    {
        lock (_lock)
        {
            if (_closing is not null)
            {
                return;
            }

            _closing = reason;
            if (!last.IsEmpty)
            {
                _backlog.AddLast(last);
            }

            if (_isWriting)
            {
                return;
            }

            _isWriting = true;
        }

        if (TryNext(out ReadOnlyMemory<byte> message))
        {
            Write(message);
        }
    }

    private void Write(ReadOnlyMemory<byte> message)
    {
        do
        {
            Volatile.Write(ref _lastWrite, time.GetTimestamp());
            ValueTask write = sink.SendAsync(message);
            if (!write.IsCompletedSuccessfully)
            {
                _ = ContinueAsync(write);
                return;
            }
        }
        while (TryNext(out message));
    }

    private async Task ContinueAsync(ValueTask write)
    {
        try
        {
            await write.ConfigureAwait(false);
            while (TryNext(out ReadOnlyMemory<byte> message))
            {
                Volatile.Write(ref _lastWrite, time.GetTimestamp());
                await sink.SendAsync(message).ConfigureAwait(false);
            }
        }
        catch (Exception exception)
        {
            // The client went away, however that shows; whoever waits for Closed cuts the socket.
            Break(exception);
        }
    }

    private void Break(Exception exception)
    {
        lock (_lock)
        {
            _closing ??= new CloseReason(WebSocketCloseStatus.InternalServerError, "broken", exception);
        }

        _closed.TrySetResult(_closing with { Failure = exception });
    }

    /// <summary>All that waits, as one message; false if nothing does, and then the socket is idle.</summary>
    private bool TryNext(out ReadOnlyMemory<byte> message)
    {
        bool resynchronise;
        lock (_lock)
        {
            if (_backlog.TryTake(out message))
            {
                return true;
            }

            _isWriting = false;
            resynchronise = _backlog.AskForState();
            if (_closing is not null)
            {
                _closed.TrySetResult(_closing);
            }
        }

        if (resynchronise)
        {
            Resynchronise?.Invoke();
        }

        return false;
    }
}
