using System.Net.WebSockets;
using Capsule.AspNetCore.Identity;
using Capsule.Protocol;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Capsule.AspNetCore.Sockets;

/// <summary>The address of trees: makes a socket of a request and sees it to its end.</summary>
internal sealed partial class SocketEndpoint(
    ICapsuleHost host,
    JoinAuthentication authentication,
    SocketCounter sockets,
    IOptions<CapsuleOptions> options,
    TimeProvider time,
    IHostApplicationLifetime lifetime,
    ILogger<SocketEndpoint> logger)
{
    /// <summary>The WebSocket subprotocol.</summary>
    public const string Subprotocol = "capsule.v1";

    public async Task ServeAsync(HttpContext context)
    {
        if (!context.WebSockets.IsWebSocketRequest)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            await context.Response.WriteAsync("This address speaks WebSocket, with the subprotocol capsule.v1. Connect with capsule-client.").ConfigureAwait(false);
            return;
        }

        bool offers = context.WebSockets.WebSocketRequestedProtocols.Contains(Subprotocol);
        using WebSocket socket = await context.WebSockets.AcceptWebSocketAsync(new WebSocketAcceptContext
        {
            SubProtocol = offers ? Subprotocol : null,
            KeepAliveInterval = options.Value.PingInterval,
            KeepAliveTimeout = options.Value.PingInterval,
        }).ConfigureAwait(false);

        var outbox = new Outbox(new SocketSink(socket), options.Value.MaxBacklogBytes, options.Value.MaxBacklogMessages, time);
        var session = new SocketSession(context, outbox, host, authentication, sockets, options.Value, time);
        await using (session.ConfigureAwait(false))
        {
            if (!offers)
            {
                outbox.Close(new CloseReason(WebSocketCloseStatus.ProtocolError, "offer the subprotocol capsule.v1"));
            }
            else if (!Origins.IsAllowed(context.Request, options.Value.AllowedOrigins))
            {
                outbox.End(new ProtocolError(ErrorCode.Forbidden, $"Pages of this origin may not connect. {nameof(CapsuleOptions.AllowedOrigins)} says which may."));
            }

            using CancellationTokenRegistration stopping = lifetime.ApplicationStopping.Register(
                () => outbox.End(new ProtocolError(ErrorCode.Closing, "The server is closing. Join again.")));
            await RunAsync(socket, session, outbox).ConfigureAwait(false);
        }
    }

    /// <summary>Reads until the client goes or the session ends, then closes from this side.</summary>
    private async Task RunAsync(WebSocket socket, SocketSession session, Outbox outbox)
    {
        using var reading = new CancellationTokenSource();
        Task reader = new SocketReader(socket, options.Value.MaxMessageBytes).RunAsync(session.ReceiveAsync, outbox.Close, reading.Token);
        await Task.WhenAny(reader, outbox.Closed).ConfigureAwait(false);
        session.Leave();
        if (!outbox.Closed.IsCompleted)
        {
            outbox.Close(new CloseReason(WebSocketCloseStatus.NormalClosure, ""));
        }

        CloseReason reason = await WithinAsync(outbox.Closed, new CloseReason(WebSocketCloseStatus.NormalClosure, "")).ConfigureAwait(false);
        try
        {
            if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
            {
                await socket.CloseOutputAsync(reason.Status, reason.Text, reading.Token).WaitAsync(options.Value.CloseTimeout, time).ConfigureAwait(false);
            }

            await reader.WaitAsync(options.Value.CloseTimeout, time).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is WebSocketException or TimeoutException or OperationCanceledException or ObjectDisposedException)
        {
            LogCut(exception.Message);
            socket.Abort();
            await reading.CancelAsync().ConfigureAwait(false);
            await reader.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<CloseReason> WithinAsync(Task<CloseReason> closed, CloseReason otherwise)
    {
        await Task.WhenAny(closed, Task.Delay(options.Value.CloseTimeout, time)).ConfigureAwait(false);
        return closed.IsCompletedSuccessfully ? await closed.ConfigureAwait(false) : otherwise;
    }

    [LoggerMessage(EventId = 1, Level = LogLevel.Debug, Message = "A socket was cut: {Reason}")]
    private partial void LogCut(string reason);
}
