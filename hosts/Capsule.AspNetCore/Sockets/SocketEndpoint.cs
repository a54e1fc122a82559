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
    CapsuleSessions sessions,
    IOptions<CapsuleOptions> options,
    TimeProvider time,
    IHostApplicationLifetime lifetime,
    ILogger<SocketEndpoint> logger,
    CapsuleGuests? guests = null)
{
    /// <summary>The WebSocket subprotocol.</summary>
    public const string Subprotocol = "capsule.v1";

    private readonly CapsuleOptions _options = options.Value;

    public async Task ServeAsync(HttpContext context)
    {
        if (!context.WebSockets.IsWebSocketRequest)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            await context.Response.WriteAsync("This address speaks WebSocket, with the subprotocol capsule.v1. Connect with capsule-client.").ConfigureAwait(false);
            return;
        }

        bool isAllowed = Origins.IsAllowed(context.Request, _options.AllowedOrigins);
        if (isAllowed && !Origins.IsAbsent(context.Request))
        {
            guests?.Identify(context);
        }

        bool offers = context.WebSockets.WebSocketRequestedProtocols.Contains(Subprotocol);
        using WebSocket socket = await context.WebSockets.AcceptWebSocketAsync(new WebSocketAcceptContext
        {
            SubProtocol = offers ? Subprotocol : null,
            KeepAliveInterval = _options.PingInterval,
            KeepAliveTimeout = _options.PingInterval,
        }).ConfigureAwait(false);

        var outbox = new Outbox(new SocketSink(socket), _options.MaxBacklogBytes, _options.MaxBacklogMessages, time);
        if (!offers)
        {
            outbox.Close(new CloseReason(WebSocketCloseStatus.ProtocolError, $"offer the subprotocol {Subprotocol}"));
        }
        else if (!isAllowed)
        {
            LogForeignOrigin(context.Request.Headers.Origin.ToString(), context.Request.Scheme, context.Request.Host.Value ?? "");
            outbox.End(new ProtocolError(ErrorCode.Forbidden, "Pages of this origin may not connect. The server's option AllowedOrigins says which may."));
        }

        var session = new SocketSession(context, outbox, new Admittance(host, authentication, sockets, _options), sessions, _options, time, logger);
        await using (session.ConfigureAwait(false))
        {
            using CancellationTokenRegistration stopping = lifetime.ApplicationStopping.Register(session.Drain);
            await RunAsync(socket, session, outbox).ConfigureAwait(false);
        }
    }

    /// <summary>Reads until the client goes or the session ends; then sends what is left, closes, and waits for the client to close as well.</summary>
    private async Task RunAsync(WebSocket socket, SocketSession session, Outbox outbox)
    {
        Task reading = new SocketReader(socket, _options.MaxMessageBytes).RunAsync(session.ReceiveAsync, outbox.Close);
        await Task.WhenAny(reading, outbox.Closing).ConfigureAwait(false);
        bool saysGoodbye = !outbox.Closing.IsCompleted && socket.CloseStatus is WebSocketCloseStatus.NormalClosure or WebSocketCloseStatus.EndpointUnavailable;
        outbox.Close(CloseReason.Normal);
        session.Leave(saysGoodbye);

        ITimer deadline = time.CreateTimer(_ => Cut(socket, "it did not close in time"), null, _options.CloseTimeout, Timeout.InfiniteTimeSpan);
        await using (deadline.ConfigureAwait(false))
        {
            try
            {
                CloseReason reason = await outbox.Flushed.ConfigureAwait(false);
                if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
                {
                    await socket.CloseOutputAsync(reason.Status, reason.Text, CancellationToken.None).ConfigureAwait(false);
                }
            }
            catch (Exception exception)
            {
                // However a broken socket shows, it is cut.
                Cut(socket, exception.Message);
            }

            await reading.ConfigureAwait(false);
        }
    }

    private void Cut(WebSocket socket, string reason)
    {
        LogCut(reason);
        socket.Abort();
    }
}
