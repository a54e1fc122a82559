using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Capsule.AspNetCore.Sockets;

internal sealed partial class SocketSession
{
    [LoggerMessage(EventId = 3, Level = LogLevel.Error, Message = "A message could not be dealt with; its session has been ended")]
    private partial void LogFailed(Exception exception);

    [LoggerMessage(EventId = 4, Level = LogLevel.Debug, Message = "A join of {Path} was refused: {Reason}")]
    private partial void LogRefused(PathString path, string reason);
}
