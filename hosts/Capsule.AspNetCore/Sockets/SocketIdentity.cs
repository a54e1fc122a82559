using Capsule.AspNetCore.Identity;
using Capsule.Protocol;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Capsule.AspNetCore.Sockets;

/// <summary>Who the user of a socket is, from its join to its end: looked at when it joins, at each new token, and when the application says that something is different.</summary>
/// <remarks>Thread-safe. One look at a time, so that what the tree hears last was found last. Whoever asks for a look while a join is under way waits for it and looks
/// again: what the join was founded on may be what is different now.</remarks>
internal sealed partial class SocketIdentity(HttpContext context, Outbox outbox, Admittance admittance, ILogger logger, CancellationToken left)
{
    private readonly SemaphoreSlim _looking = new(1);
    private volatile Admitted? _admitted;
    private volatile CapsuleUser? _user;
    private string? _token;
    private bool _hasEnded;
    private long _expires = DateTimeOffset.MaxValue.UtcTicks;

    /// <summary>Null until it has joined.</summary>
    public Admitted? Admitted => _admitted;

    /// <summary>When the ticket runs out that was shown last.</summary>
    public DateTimeOffset Expires => new(Volatile.Read(ref _expires), TimeSpan.Zero);

    /// <summary>Joins.</summary>
    /// <returns>Why not; null if it has.</returns>
    public Task<ProtocolError?> JoinAsync(JoinMessage join) => AloneAsync(async () =>
    {
        (Arrival? arrival, ProtocolError? refusal) = await admittance.IdentifyAsync(context, join.Token, left).ConfigureAwait(false);
        if (arrival is null)
        {
            return refusal;
        }

        _user = arrival.User;
        _token = join.Token;
        (Admitted? admitted, refusal) = await admittance.JoinAsync(context, arrival, join, outbox, left).ConfigureAwait(false);
        if (admitted is null)
        {
            return refusal;
        }

        Volatile.Write(ref _expires, arrival.Expires.UtcTicks);
        _admitted = admitted;
        outbox.Attach(admitted.Connection);
        return null;
    });

    /// <summary>Goes on with a new token, or ends.</summary>
    public Task RenewAsync(string token) => AloneAsync(() => LookAsync(token));

    /// <summary>Looks anew, if the socket is this user's, with the ticket that was shown last. Nothing is thrown: what goes wrong ends the session.</summary>
    public async Task InvalidateAsync(string userId)
    {
        if (!MayBe(userId))
        {
            return;
        }

        await AloneAsync(async () =>
        {
            if (_user?.Id != userId)
            {
                return null;
            }

            try
            {
                return await LookAsync(_token).ConfigureAwait(false);
            }
            catch (Exception exception)
            {
                if (!left.IsCancellationRequested)
                {
                    LogInvalidationFailed(exception, context.Request.Path);
                    outbox.End(SocketSession.Failed);
                }

                return null;
            }
        }).ConfigureAwait(false);
    }

    /// <summary>Ends the session, if it is this user's.</summary>
    public async Task EndAsync(string userId, ProtocolError reason)
    {
        if (_user is null)
        {
            await AloneAsync(() => Task.FromResult<ProtocolError?>(null)).ConfigureAwait(false);
        }

        if (_user?.Id == userId)
        {
            outbox.End(reason);
        }
    }

    /// <summary>Nothing is looked at any more when this has ended: the request is over then.</summary>
    public Task EndAsync() => AloneAsync(() =>
    {
        _hasEnded = true;
        return Task.FromResult<ProtocolError?>(null);
    });

    private bool MayBe(string userId) => _user is not { } user || user.Id == userId;

    private async Task<ProtocolError?> LookAsync(string? token)
    {
        if (_admitted is not { } admitted)
        {
            return null;
        }

        (Arrival? arrival, ProtocolError? refusal) = await admittance.IdentifyAsync(context, token, left).ConfigureAwait(false);
        if (arrival is not null)
        {
            refusal = admittance.RefuseRenewal(context, admitted, arrival);
        }

        if (refusal is not null)
        {
            outbox.End(refusal);
            return refusal;
        }

        _token = token;
        _user = arrival!.User;
        Volatile.Write(ref _expires, arrival.Expires.UtcTicks);
        admitted.Connection.Renew(arrival.User);
        return null;
    }

    private async Task<ProtocolError?> AloneAsync(Func<Task<ProtocolError?>> look)
    {
        await _looking.WaitAsync(CancellationToken.None).ConfigureAwait(false);
        try
        {
            return _hasEnded ? null : await look().ConfigureAwait(false);
        }
        finally
        {
            _looking.Release();
        }
    }
}
