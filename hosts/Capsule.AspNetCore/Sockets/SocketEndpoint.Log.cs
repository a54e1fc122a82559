using Microsoft.Extensions.Logging;

namespace Capsule.AspNetCore.Sockets;

internal sealed partial class SocketEndpoint
{
    [LoggerMessage(EventId = 1, Level = LogLevel.Debug, Message = "A socket was cut: {Reason}")]
    private partial void LogCut(string reason);

    [LoggerMessage(EventId = 2, Level = LogLevel.Warning, Message = "A page of {Origin} was refused: the server's own origin is {Scheme}://{Host}. "
        + "Add the page's to CapsuleOptions.AllowedOrigins, or, behind a proxy, let ForwardedHeaders tell the server its own")]
    private partial void LogForeignOrigin(string origin, string scheme, string host);
}
