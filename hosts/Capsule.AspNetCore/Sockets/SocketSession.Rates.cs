using System.Diagnostics.CodeAnalysis;
using Capsule.Protocol;

namespace Capsule.AspNetCore.Sockets;

/// <summary>How much a client may send.</summary>
internal sealed partial class SocketSession
{
    /// <summary>True if the turn can go to the tree; else it was answered.</summary>
    private bool IsTakenOn(long turn, [NotNullWhen(true)] out Admitted? admitted)
    {
        admitted = _identity.Admitted;
        if (admitted is null)
        {
            Refuse(new ProtocolError(ErrorCode.Invalid, "The first message must be 'join'."));
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

    /// <summary>Answers what is no turn that makes sense.</summary>
    private void Refuse(ProtocolError error)
    {
        if (IsWithinRate())
        {
            _outbox.Send(new ErrorFrame(error));
        }
    }

    /// <summary>True if another message that is no turn may come now; else the session has been ended, for nothing can be held back of it.</summary>
    private bool IsWithinRate()
    {
        if (_rate.TryTake(out _))
        {
            return true;
        }

        _outbox.End(new ProtocolError(
            ErrorCode.RateLimited,
            $"Too many messages: {nameof(CapsuleOptions.MaxTurnsPerSecond)} allows {_options.MaxTurnsPerSecond} a second, and {nameof(CapsuleOptions.TurnBurst)} {_options.TurnBurst} at once."));
        return false;
    }
}
