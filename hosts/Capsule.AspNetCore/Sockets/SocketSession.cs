using Capsule.Protocol;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Capsule.AspNetCore.Sockets;

/// <summary>What one client says, in order: it joins, then it sends turns. Messages come one at a time.</summary>
internal sealed partial class SocketSession : IAsyncDisposable
{
    private readonly HttpContext _context;
    private readonly Outbox _outbox;
    private readonly SocketIdentity _identity;
    private readonly CapsuleSessions _sessions;
    private readonly CapsuleOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly TurnRate _rate;
    private readonly ITimer _clock;
    private readonly long _opened;
    private readonly CancellationTokenSource _left;
    private volatile bool _isJoining;
    private volatile bool _isDraining;
    private int _sent;

    public SocketSession(
        HttpContext context, Outbox outbox, Admittance admittance, CapsuleSessions sessions, CapsuleOptions options, TimeProvider time, ILogger logger)
    {
        _context = context;
        _outbox = outbox;
        _sessions = sessions;
        _options = options;
        _time = time;
        _logger = logger;
        // While a message is dealt with nothing is read: that the socket broke shows in its request alone.
        _left = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        _identity = new SocketIdentity(context, outbox, admittance, logger, _left.Token);
        sessions.Add(_identity);
        _opened = time.GetTimestamp();
        _rate = new TurnRate(options.MaxTurnsPerSecond, options.TurnBurst, time);
        TimeSpan tick = TimeSpan.FromTicks(Math.Min(options.HeartbeatInterval.Ticks / 3, options.JoinTimeout.Ticks));
        _clock = time.CreateTimer(_ => OnTick(), null, tick, tick);
    }

    /// <summary>With what a session ends when something went wrong that is not the client's fault.</summary>
    public static ProtocolError Failed { get; } = new(ErrorCode.Closing, "The server could not do this. Join again.");

    private static ProtocolError ServerCloses { get; } = new(ErrorCode.Closing, "The server is closing. Join again.");

    /// <summary>The server closes: what has been sent is answered, then the session ends, and what comes meanwhile is left for the next one.</summary>
    public void Drain()
    {
        _isDraining = true;
        if (_identity.Admitted is { } admitted)
        {
            admitted.Connection.End(ServerCloses);
        }
        else
        {
            _outbox.End(ServerCloses);
        }
    }

    /// <summary>Acts on a message. Nothing is thrown: what goes wrong ends the session.</summary>
    public async Task ReceiveAsync(ReadOnlyMemory<byte> message)
    {
        if (_isDraining || _outbox.Closing.IsCompleted)
        {
            return;
        }

        try
        {
            await TakeAsync(message).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            if (!_left.IsCancellationRequested)
            {
                LogFailed(exception);
                _outbox.End(Failed);
            }
        }
    }

    /// <summary>The client is gone, or its session has ended.</summary>
    /// <param name="isForGood">Whether the client said so itself.</param>
    public void Leave(bool isForGood = false)
    {
        _left.Cancel();
        if (isForGood)
        {
            _identity.Admitted?.Connection.LeaveForGood();
        }
        else
        {
            _identity.Admitted?.Connection.Leave();
        }
    }

    public async ValueTask DisposeAsync()
    {
        Leave();
        _sessions.Remove(_identity);
        await _identity.EndAsync().ConfigureAwait(false);
        _identity.Admitted?.Place.Dispose();
        await _clock.DisposeAsync().ConfigureAwait(false);
        _left.Dispose();
    }

    private async Task TakeAsync(ReadOnlyMemory<byte> bytes)
    {
        ClientMessage message;
        try
        {
            message = ClientMessageJson.Read(bytes, _options.MaxOpsPerTurn, _options.MaxMessageDepth);
        }
        catch (ProtocolException exception)
        {
            if (exception.Turn is not { } turn)
            {
                Refuse(exception.Error);
            }
            else if (IsTakenOn(turn.Turn, out Admitted? admitted))
            {
                admitted.Connection.Refuse(turn, exception.Error);
            }

            return;
        }

        switch (message)
        {
            case TurnMessage turn when IsTakenOn(turn.Turn, out Admitted? admitted):
                admitted.Connection.Send(turn);
                break;
            case JoinMessage join when _identity.Admitted is null:
                await JoinAsync(join).ConfigureAwait(false);
                break;
            case JoinMessage:
                Refuse(new ProtocolError(ErrorCode.Invalid, "This socket has joined already. Open another one for another tree."));
                break;
            case TokenMessage when _identity.Admitted is null:
                Refuse(new ProtocolError(ErrorCode.Invalid, "The first message must be 'join'; it can hold the token."));
                break;
            case TokenMessage token when IsWithinRate():
                await _identity.RenewAsync(token.Token).ConfigureAwait(false);
                break;
        }
    }

    private async Task JoinAsync(JoinMessage join)
    {
        if (!IsWithinRate())
        {
            return;
        }

        _isJoining = true;
        if (await _identity.JoinAsync(join).ConfigureAwait(false) is { } refusal)
        {
            LogRefused(_context.Request.Path, refusal.Message);
            _outbox.End(refusal);
        }
    }

    private void OnTick()
    {
        if (!_isJoining)
        {
            if (_time.GetElapsedTime(_opened) >= _options.JoinTimeout)
            {
                _outbox.Close(new CloseReason(System.Net.WebSockets.WebSocketCloseStatus.PolicyViolation, $"no join within {nameof(CapsuleOptions.JoinTimeout)}"));
            }
        }
        else if (_time.GetUtcNow() >= _identity.Expires)
        {
            _outbox.End(new ProtocolError(ErrorCode.Expired, "The ticket of this session ran out. Get a new one and join again."));
        }
        else if (_outbox.Silence >= _options.HeartbeatInterval)
        {
            _outbox.Deliver(new Delivery(FrameMessage.Heartbeat));
        }
    }
}
