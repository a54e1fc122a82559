using System.Buffers;
using System.Net.WebSockets;

namespace Capsule.AspNetCore.Sockets;

/// <summary>Reads a socket's messages, one after the other.</summary>
internal sealed class SocketReader(WebSocket socket, int maxMessageBytes)
{
    private readonly byte[] _buffer = ArrayPool<byte>.Shared.Rent(4096);

    /// <summary>Hands over each text message, as bytes that are the receiver's to keep. Ends when the client closed the socket or it broke.</summary>
    /// <param name="receive">Gets a message; the next is read when it has ended.</param>
    /// <param name="refuse">Called for what is no text, or too large. After it, what comes is read and thrown away until the socket is closed.</param>
    public async Task RunAsync(Func<ReadOnlyMemory<byte>, ValueTask> receive, Action<CloseReason> refuse, CancellationToken cancellationToken)
    {
        try
        {
            var message = new ArrayBufferWriter<byte>(1024);
            bool isRefused = false;
            while (await ReadAsync(message, isRefused, refuse, cancellationToken).ConfigureAwait(false) is { } outcome)
            {
                isRefused |= outcome == Outcome.Refused;
                if (!isRefused)
                {
                    await receive(message.WrittenSpan.ToArray()).ConfigureAwait(false);
                }

                message.ResetWrittenCount();
            }
        }
        catch (Exception exception) when (exception is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            // The client went without closing, or the socket was cut: either way there is nothing more to read.
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(_buffer);
        }
    }

    /// <summary>Reads one message; null when the client has closed.</summary>
    private async Task<Outcome?> ReadAsync(ArrayBufferWriter<byte> message, bool discard, Action<CloseReason> refuse, CancellationToken cancellationToken)
    {
        while (true)
        {
            ValueWebSocketReceiveResult part = await socket.ReceiveAsync(_buffer.AsMemory(), cancellationToken).ConfigureAwait(false);
            if (part.MessageType == WebSocketMessageType.Close)
            {
                return null;
            }

            if (!discard && part.MessageType == WebSocketMessageType.Binary)
            {
                discard = true;
                refuse(new CloseReason(WebSocketCloseStatus.InvalidMessageType, "text messages only"));
            }

            if (!discard && message.WrittenCount + part.Count > maxMessageBytes)
            {
                discard = true;
                refuse(new CloseReason(WebSocketCloseStatus.MessageTooBig, $"{nameof(CapsuleOptions.MaxMessageBytes)} allows {maxMessageBytes} bytes"));
            }

            if (!discard)
            {
                message.Write(_buffer.AsSpan(0, part.Count));
            }

            if (part.EndOfMessage)
            {
                return discard ? Outcome.Refused : Outcome.Read;
            }
        }
    }

    private enum Outcome
    {
        Read,
        Refused,
    }
}
