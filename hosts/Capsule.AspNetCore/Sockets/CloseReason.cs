using System.Net.WebSockets;

namespace Capsule.AspNetCore.Sockets;

/// <summary>How a socket is closed.</summary>
/// <param name="Status">The close code.</param>
/// <param name="Text">At most 123 bytes.</param>
internal sealed record CloseReason(WebSocketCloseStatus Status, string Text)
{
    /// <summary>The client has closed.</summary>
    public static CloseReason Normal { get; } = new(WebSocketCloseStatus.NormalClosure, "");
}
