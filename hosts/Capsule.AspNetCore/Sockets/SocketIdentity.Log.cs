using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Capsule.AspNetCore.Sockets;

internal sealed partial class SocketIdentity
{
    [LoggerMessage(EventId = 5, Level = LogLevel.Error, Message = "A user of {Path} could not be looked at anew; the session has been ended")]
    private partial void LogInvalidationFailed(Exception exception, PathString path);
}
