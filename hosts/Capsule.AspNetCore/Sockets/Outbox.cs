using System.Net.WebSockets;
using Capsule.Protocol;

namespace Capsule.AspNetCore.Sockets;

/// <summary>
/// What goes to one client. An idle socket is written to at once, by whoever delivers; while a write is under way, what follows waits and then goes out as
/// one message. Never more waits than the limits allow: beyond, batches are dropped, verdicts are kept, and the state is asked for anew. A client that
/// leaves even its verdicts lying is cut off.
/// </summary>
/// <remarks>Thread-safe. Only one write is under way at any time.</remarks>
internal sealed class Outbox(IMessageSink sink, int maxBytes, int maxMessages, TimeProvider time) : ISubscriber
{
    private readonly Lock _lock = new();
    private readonly Backlog _backlog = new(maxBytes, maxMessages);
    private readonly TaskCompletionSource _closing = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<CloseReason> _flushed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private CloseReason? _reason;
    private IConnection? _connection;
    private bool _isWriting;
    private long _lastWrite = time.GetTimestamp();
    private int _answered;

    /// <summary>Ends when the session is to end: nothing is taken any more.</summary>
    public Task Closing => _closing.Task;

    /// <summary>Ends when the last message has gone out: close the socket so. Fails if the socket broke.</summary>
    public Task<CloseReason> Flushed => _flushed.Task;

    /// <summary>How many turns the tree has answered.</summary>
    public int Answered => Volatile.Read(ref _answered);

    /// <summary>For how long nothing was sent.</summary>
    public TimeSpan Silence => time.GetElapsedTime(Volatile.Read(ref _lastWrite));

    /// <summary>Says whom to ask for the state when batches had to be dropped.</summary>
    public void Attach(IConnection connection)
    {
        bool resynchronise;
        lock (_lock)
        {
            _connection = connection;
            resynchronise = !_isWriting && _backlog.TakeNeedOfState();
        }

        if (resynchronise)
        {
            connection.Resynchronise();
        }
    }

    /// <inheritdoc/>
    public void Deliver(Delivery delivery)
    {
        if (!delivery.Verdicts.IsEmpty)
        {
            Interlocked.Increment(ref _answered);
        }

        Take(delivery);
    }

    /// <summary>Sends a frame of the gateway's own, which is never dropped.</summary>
    public void Send(Frame frame)
    {
        byte[] message = FrameMessage.Of(frame);
        Take(new Delivery(message, Verdicts: message));
    }

    /// <inheritdoc/>
    public void End(ProtocolError error)
    {
        ArgumentNullException.ThrowIfNull(error);
        var status = (WebSocketCloseStatus)(error.Code.ToCloseCode() ?? (int)WebSocketCloseStatus.PolicyViolation);
        Close(new CloseReason(status, error.Code.ToWireText()), FrameMessage.Of(new EndedFrame(error)));
    }

    /// <summary>Ends without a word of the protocol. The first end counts.</summary>
    public void Close(CloseReason reason) => Close(reason, default);

    private void Take(Delivery delivery)
    {
        ReadOnlyMemory<byte> message = delivery.Message;
        lock (_lock)
        {
            if (_reason is not null)
            {
                return;
            }

            if (_isWriting || _backlog.IsBehind || delivery.IsState)
            {
                _backlog.Add(delivery);
                if (_backlog.IsFull)
                {
                    Break(new InvalidOperationException($"The client did not read: {nameof(CapsuleOptions.MaxBacklogBytes)}, {nameof(CapsuleOptions.MaxBacklogMessages)}."));
                    return;
                }

                if (_isWriting || !_backlog.TryTake(out message))
                {
                    return;
                }
            }

            _isWriting = true;
        }

        Write(message);
    }

    private void Close(CloseReason reason, ReadOnlyMemory<byte> last)
    {
        lock (_lock)
        {
            if (_reason is not null)
            {
                return;
            }

            _reason = reason;
            _closing.TrySetResult();
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
        try
        {
            do
            {
                ValueTask write = WriteAsync(message);
                if (!write.IsCompletedSuccessfully)
                {
                    _ = ContinueAsync(write);
                    return;
                }
            }
            while (TryNext(out message));
        }
        catch (Exception exception)
        {
            Break(exception);
        }
    }

    private async Task ContinueAsync(ValueTask write)
    {
        try
        {
            await write.ConfigureAwait(false);
            while (TryNext(out ReadOnlyMemory<byte> message))
            {
                await WriteAsync(message).ConfigureAwait(false);
            }
        }
        catch (Exception exception)
        {
            Break(exception);
        }
    }

    private ValueTask WriteAsync(ReadOnlyMemory<byte> message)
    {
        Volatile.Write(ref _lastWrite, time.GetTimestamp());
        return sink.SendAsync(message);
    }

    /// <summary>The client went away, however that shows; whoever waits for <see cref="Flushed"/> cuts the socket.</summary>
    private void Break(Exception exception)
    {
        lock (_lock)
        {
            _reason ??= CloseReason.Normal;
        }

        _flushed.TrySetException(exception);
        _closing.TrySetResult();
    }

    /// <summary>All that waits, as one message; false if nothing does, and then the socket is idle.</summary>
    private bool TryNext(out ReadOnlyMemory<byte> message)
    {
        IConnection? behind;
        lock (_lock)
        {
            _isWriting = _backlog.TryTake(out message);
            if (!_isWriting && _reason is not null)
            {
                _flushed.TrySetResult(_reason);
            }

            behind = _reason is null && _connection is not null && _backlog.TakeNeedOfState() ? _connection : null;
        }

        behind?.Resynchronise();
        return !message.IsEmpty;
    }
}
