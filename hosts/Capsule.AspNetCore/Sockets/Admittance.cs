using Capsule.AspNetCore.Identity;
using Capsule.Protocol;
using Microsoft.AspNetCore.Http;

namespace Capsule.AspNetCore.Sockets;

/// <summary>A client that was let in.</summary>
/// <param name="Connection">Its way to the tree.</param>
/// <param name="Tree">Which it joined.</param>
/// <param name="Place">One of the sockets that its user may have: given back by disposal.</param>
/// <param name="Expires">When its ticket runs out.</param>
internal sealed record Admitted(IConnection Connection, TreeAddress Tree, IDisposable Place, DateTimeOffset Expires);

/// <summary>Decides who joins: asks, in this order, who it is, which tree the address names, whether there is room, and the tree itself.</summary>
internal sealed class Admittance(ICapsuleHost host, JoinAuthentication authentication, SocketCounter sockets, CapsuleOptions options)
{
    /// <summary>Finds out who a client is.</summary>
    public Task<(Arrival? Arrival, ProtocolError? Refusal)> IdentifyAsync(HttpContext context, string? token, CancellationToken cancellationToken) =>
        authentication.AuthenticateAsync(context, token, cancellationToken);

    /// <summary>Lets a client in of whom it is known who they are, or says why not.</summary>
    public async Task<(Admitted? Admitted, ProtocolError? Refusal)> JoinAsync(
        HttpContext context, Arrival arrival, JoinMessage join, ISubscriber subscriber, CancellationToken cancellationToken)
    {
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
            var request = new JoinRequest(tree, arrival.User, join, options.Limits) { GuestId = arrival.GuestId };
            outcome = await host.JoinAsync(request, subscriber, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            if (outcome?.Connection is null)
            {
                place.Dispose();
            }
        }

        return outcome.Connection is { } connection ? (new Admitted(connection, tree, place, arrival.Expires), null) : (null, outcome.Refusal);
    }

    /// <summary>Whether a session can go on as that of who was found now.</summary>
    /// <returns>Why not; null if it can.</returns>
    public ProtocolError? RefuseRenewal(HttpContext context, Admitted admitted, Arrival arrival)
    {
        CapsuleUser user = admitted.Connection.Session.User;
        if (arrival.User.Id != user.Id)
        {
            return user.IsGuest
                ? new ProtocolError(ErrorCode.Closing, "You have signed in. Join again: what you did as a guest goes with you.")
                : new ProtocolError(ErrorCode.Unauthenticated, "The token is another user's than the session's. Join again.");
        }

        return TreeChoice.Find(host, context, arrival, out TreeAddress tree) is null && tree == admitted.Tree
            ? null
            : new ProtocolError(ErrorCode.Closing, "Another tree is this user's now. Join again.");
    }

    /// <summary>Under which name a user's sockets are counted; the nameless by where they come from.</summary>
    private static string Name(Arrival arrival, HttpContext context) =>
        arrival.User.Id is { } id ? $"{arrival.Tenant}/user/{id}" : $"{arrival.Tenant}/address/{context.Connection.RemoteIpAddress}";
}
