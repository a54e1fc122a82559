using System.Net.WebSockets;
using Capsule.AspNetCore.Identity;
using Capsule.Protocol;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Capsule.AspNetCore.Sockets;

/// <summary>What one client says, in order: it joins, then it sends turns. Messages come one at a time.</summary>
internal sealed class SocketSession : IAsyncDisposable
{
    private readonly HttpContext _context;
    private readonly Outbox _outbox;
    private readonly ICapsuleHost _host;
    private readonly JoinAuthentication _authentication;
    private readonly SocketCounter _sockets;
    private readonly CapsuleOptions _options;
    private readonly TurnRate _rate;
    private readonly ITimer _clock;
    private readonly TimeProvider _time;
    private readonly long _opened;
    private IConnection? _connection;
    private IDisposable? _counted;
    private int _sent;

    public SocketSession(
        HttpContext context,
        Outbox outbox,
        ICapsuleHost host,
        JoinAuthentication authentication,
        SocketCounter sockets,
        CapsuleOptions options,
        TimeProvider time)
    {
        _context = context;
        _outbox = outbox;
        _host = host;
        _authentication = authentication;
        _sockets = sockets;
        _options = options;
        _time = time;
        _opened = time.GetTimestamp();
        _rate = new TurnRate(options.MaxTurnsPerSecond, options.TurnBurst, time);
        TimeSpan tick = options.HeartbeatInterval / 3;
        _clock = time.CreateTimer(_ => OnTick(), null, tick, tick);
    }

    public async ValueTask ReceiveAsync(ReadOnlyMemory<byte> message)
    {
        try
        {
            switch (ClientMessageJson.Read(message, _options.MaxOpsPerTurn, _options.MaxMessageDepth))
            {
                case JoinMessage join when _connection is null:
                    await JoinAsync(join).ConfigureAwait(false);
                    break;
                case JoinMessage:
                    Answer("This socket has joined already. Open another one for another tree.");
                    break;
                case TurnMessage turn when IsTakenOn(turn.Turn):
                    _connection!.Send(turn);
                    break;
                case TokenMessage token when _connection is { } connection:
                    await RenewAsync(connection, token.Token).ConfigureAwait(false);
                    break;
                case TokenMessage:
                    Answer("The first message must be 'join'; it can hold a token.");
                    break;
            }
        }
        catch (ProtocolException exception) when (exception.Turn is { } turn)
        {
            if (IsTakenOn(turn.Turn))
            {
                _connection!.Refuse(turn, exception.Error);
            }
        }
        catch (ProtocolException exception)
        {
            if (_rate.TryTake(out _))
            {
                _outbox.Send(new ErrorFrame(exception.Error));
            }
            else
            {
                _outbox.End(new ProtocolError(
                    ErrorCode.RateLimited, $"Too many messages that are no turns. {nameof(CapsuleOptions.MaxTurnsPerSecond)} and {nameof(CapsuleOptions.TurnBurst)} count them too."));
            }
        }
    }

    /// <summary>The client is gone, or its session has ended.</summary>
    public void Leave() => _connection?.Leave();

    public async ValueTask DisposeAsync()
    {
        Leave();
        _counted?.Dispose();
        await _clock.DisposeAsync().ConfigureAwait(false);
    }

    private async Task JoinAsync(JoinMessage join)
    {
        var policies = _context.GetEndpoint()!.Metadata.GetRequiredMetadata<JoinPolicies>();
        (CapsuleUser user, ProtocolError? refusal) = await _authentication.AuthenticateAsync(_context, policies, join.Token).ConfigureAwait(false);
        TreeAddress tree = default;
        refusal ??= FindTree(user, out tree)
            ?? Count(user, tree.Tenant)
            ?? await JoinAsync(new JoinRequest(tree, user, join, _options.Limits)).ConfigureAwait(false);
        if (refusal is not null)
        {
            _outbox.End(refusal);
        }
    }

    private ProtocolError? Count(CapsuleUser user, string tenant)
    {
        _counted ??= _sockets.TryOpen($"{tenant}/{user.Id ?? _context.Connection.RemoteIpAddress?.ToString()}", _options.MaxSocketsPerUser);
        return _counted is null
            ? new ProtocolError(ErrorCode.RateLimited, $"Too many sockets of one user: {nameof(CapsuleOptions.MaxSocketsPerUser)} allows {_options.MaxSocketsPerUser}.")
            : null;
    }

    private async Task<ProtocolError?> JoinAsync(JoinRequest request)
    {
        JoinOutcome outcome = await _host.JoinAsync(request, _outbox).ConfigureAwait(false);
        if (outcome.Connection is { } connection)
        {
            _outbox.Resynchronise = connection.Resynchronise;
            _connection = connection;
        }

        return outcome.Refusal;
    }

    /// <summary>Which tree the address names, for this user.</summary>
    /// <returns>Why it names none, or null.</returns>
    private ProtocolError? FindTree(CapsuleUser user, out TreeAddress tree)
    {
        string root = (string)_context.GetRouteValue("root")!;
        string key = _context.GetRouteValue("key") as string ?? "";
        tree = default;
        if (!_host.Roots.TryGetValue(root, out RootDefinition? definition))
        {
            return new ProtocolError(ErrorCode.NotFound, "There is no such class of root here.");
        }

        if (definition.Key is { } choose)
        {
            if (key.Length > 0)
            {
                return new ProtocolError(ErrorCode.NotFound, $"The server chooses the key: connect to '{root}' without one.");
            }

            key = choose(user);
        }

        if (!TreeAddress.IsKey(key))
        {
            return new ProtocolError(ErrorCode.NotFound, $"No {root} can have this key: it has 1 to {TreeAddress.MaxKeyLength} of A-Z a-z 0-9 . _ ~ - and is not '.' or '..'.");
        }

        tree = new TreeAddress(_options.Tenant(_context), root, key);
        return null;
    }

    /// <summary>True if the turn can go to the tree; else it was answered.</summary>
    private bool IsTakenOn(long turn)
    {
        if (_connection is null)
        {
            Answer("The first message must be 'join'.");
            return false;
        }

        if (!_rate.TryTake(out TimeSpan wait))
        {
            _outbox.Send(new HoldFrame(turn, ErrorCode.RateLimited, (int)Math.Ceiling(wait.TotalMilliseconds)));
            return false;
        }

        if (_sent - _outbox.Answered >= _options.MaxTurnsInFlight)
        {
            _outbox.Send(new HoldFrame(turn, ErrorCode.Busy, 100));
            return false;
        }

        _sent++;
        return true;
    }

    private async Task RenewAsync(IConnection connection, string token)
    {
        var policies = _context.GetEndpoint()!.Metadata.GetRequiredMetadata<JoinPolicies>();
        (CapsuleUser user, ProtocolError? refusal) = await _authentication.AuthenticateAsync(_context, policies, token).ConfigureAwait(false);
        if (refusal is not null)
        {
            _outbox.End(refusal);
        }
        else if (user.Id != connection.Session.User.Id)
        {
            _outbox.End(new ProtocolError(ErrorCode.Unauthenticated, "The token is another user's than the session's, or is not valid. Join again."));
        }
    }

    private void Answer(string message)
    {
        if (_rate.TryTake(out _))
        {
            _outbox.Send(new ErrorFrame(new ProtocolError(ErrorCode.Invalid, message)));
        }
        else
        {
            _outbox.End(new ProtocolError(ErrorCode.RateLimited, "Too many messages that make no sense here."));
        }
    }

    private void OnTick()
    {
        if (_connection is null)
        {
            if (_time.GetElapsedTime(_opened) >= _options.JoinTimeout)
            {
                _outbox.Close(new CloseReason(WebSocketCloseStatus.PolicyViolation, $"no join within {nameof(CapsuleOptions.JoinTimeout)}"));
            }
        }
        else if (_outbox.Silence >= _options.HeartbeatInterval)
        {
            _outbox.Deliver(new Delivery(FrameMessage.Heartbeat));
        }
    }
}
