using System.Net.WebSockets;

namespace Capsule.AspNetCore.Sockets;

/// <summary>Sends to a WebSocket.</summary>
internal sealed class SocketSink(WebSocket socket) : IMessageSink
{
    public ValueTask SendAsync(ReadOnlyMemory<byte> message) =>
        socket.SendAsync(message, WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
}
