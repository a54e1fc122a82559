using System.Buffers;
using System.Net.WebSockets;

namespace Capsule.AspNetCore.Sockets;

/// <summary>Reads a socket's messages, one after the other.</summary>
internal sealed class SocketReader(WebSocket socket, int maxMessageBytes)
{
    private readonly ArrayBufferWriter<byte> _message = new(1024);
    private bool _isRefused;

    /// <summary>Hands over each text message, as bytes that are the receiver's to keep. Ends when the client closed the socket or it broke.</summary>
    /// <param name="receive">Gets a message; the next is read when it has ended. Throws nothing.</param>
    /// <param name="refuse">Called for what is no text, or too large. After it, what comes is read and thrown away until the socket is closed.</param>
    public async Task RunAsync(Func<ReadOnlyMemory<byte>, Task> receive, Action<CloseReason> refuse)
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent(4096);
        try
        {
            while (await ReadAsync(buffer, refuse).ConfigureAwait(false))
            {
                if (!_isRefused)
                {
                    await receive(_message.WrittenSpan.ToArray()).ConfigureAwait(false);
                }

                _message.ResetWrittenCount();
            }
        }
        catch (Exception exception) when (exception is WebSocketException or OperationCanceledException or ObjectDisposedException or IOException)
        {
            // The client went without closing, or the socket was cut: either way there is nothing more to read.
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Reads one message; false when the client has closed.</summary>
    private async Task<bool> ReadAsync(byte[] buffer, Action<CloseReason> refuse)
    {
        while (true)
        {
            ValueWebSocketReceiveResult part = await socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None).ConfigureAwait(false);
            if (part.MessageType == WebSocketMessageType.Close)
            {
                return false;
            }

            if (!_isRefused && Refusal(part) is { } refusal)
            {
                _isRefused = true;
                refuse(refusal);
            }

            if (!_isRefused)
            {
                _message.Write(buffer.AsSpan(0, part.Count));
            }

            if (part.EndOfMessage)
            {
                return true;
            }
        }
    }

    private CloseReason? Refusal(ValueWebSocketReceiveResult part) =>
        part.MessageType == WebSocketMessageType.Binary
            ? new CloseReason(WebSocketCloseStatus.InvalidMessageType, "text messages only")
            : _message.WrittenCount + part.Count > maxMessageBytes
                ? new CloseReason(WebSocketCloseStatus.MessageTooBig, $"{nameof(CapsuleOptions.MaxMessageBytes)} allows {maxMessageBytes} bytes")
                : null;
}
