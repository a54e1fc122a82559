using System.Net.WebSockets;

namespace Capsule.AspNetCore.Sockets;

/// <summary>How a socket ends.</summary>
/// <param name="Status">The close code.</param>
/// <param name="Text">At most 123 bytes.</param>
/// <param name="Failure">What broke it; null if it ends by intent.</param>
internal sealed record CloseReason(WebSocketCloseStatus Status, string Text, Exception? Failure = null);
