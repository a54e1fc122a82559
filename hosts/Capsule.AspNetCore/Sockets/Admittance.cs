using Capsule.AspNetCore.Identity;
using Capsule.Protocol;
using Microsoft.AspNetCore.Http;

namespace Capsule.AspNetCore.Sockets;

/// <summary>A client that was let in.</summary>
/// <param name="Connection">Its way to the tree.</param>
/// <param name="Place">One of the sockets that its user may have: given back by disposal.</param>
/// <param name="Expires">When its ticket runs out.</param>
internal sealed record Admitted(IConnection Connection, IDisposable Place, DateTimeOffset Expires);

/// <summary>Decides who joins: asks, in this order, who it is, which tree the address names, whether there is room, and the tree itself.</summary>
internal sealed class Admittance(ICapsuleHost host, JoinAuthentication authentication, SocketCounter sockets, CapsuleOptions options)
{
    /// <summary>Lets a client in, or says why not.</summary>
    public async Task<(Admitted? Admitted, ProtocolError? Refusal)> JoinAsync(
        HttpContext context, JoinMessage join, ISubscriber subscriber, CancellationToken cancellationToken)
    {
        (Arrival? arrival, ProtocolError? refusal) = await authentication.AuthenticateAsync(context, join.Token).ConfigureAwait(false);
        if (arrival is null)
        {
            return (null, refusal);
        }

        if (TreeChoice.Find(host, context, arrival, out TreeAddress tree) is { } notFound)
        {
            return (null, notFound);
        }

        IDisposable? place = sockets.TryOpen(Name(arrival, context), options.MaxSocketsPerUser);
        if (place is null)
        {
            return (null, new ProtocolError(
                ErrorCode.RateLimited, $"Too many sockets of one user: {nameof(CapsuleOptions.MaxSocketsPerUser)} allows {options.MaxSocketsPerUser}."));
        }

        JoinOutcome? outcome = null;
        try
        {
            outcome = await host.JoinAsync(new JoinRequest(tree, arrival.User, join, options.Limits), subscriber, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            if (outcome?.Connection is null)
            {
                place.Dispose();
            }
        }

        return outcome.Connection is { } connection ? (new Admitted(connection, place, arrival.Expires), null) : (null, outcome.Refusal);
    }

    /// <summary>Looks at a renewed token.</summary>
    /// <returns>Until when it lets the session go on, or why the session has to end.</returns>
    public async Task<(DateTimeOffset Expires, ProtocolError? Refusal)> RenewAsync(HttpContext context, Admitted admitted, string token)
    {
        (Arrival? arrival, ProtocolError? refusal) = await authentication.AuthenticateAsync(context, token).ConfigureAwait(false);
        if (arrival is null)
        {
            return (default, refusal);
        }

        return arrival.User.Id == admitted.Connection.Session.User.Id
            ? (arrival.Expires, null)
            : (default, new ProtocolError(ErrorCode.Unauthenticated, "The token is another user's than the session's. Join again."));
    }

    /// <summary>Under which name a user's sockets are counted; the nameless by where they come from.</summary>
    private static string Name(Arrival arrival, HttpContext context) =>
        arrival.User.Id is { } id ? $"{arrival.Tenant}/user/{id}" : $"{arrival.Tenant}/address/{context.Connection.RemoteIpAddress}";
}
