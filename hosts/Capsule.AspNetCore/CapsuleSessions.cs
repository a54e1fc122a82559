using System.Collections.Concurrent;
using Capsule.AspNetCore.Sockets;
using Capsule.Protocol;

namespace Capsule.AspNetCore;

/// <summary>The live sessions of this process, by user: what the application tells when something about a user is different. Thread-safe.</summary>
/// <remarks>A session that joins meanwhile counts as well: it is waited for. So do not wait for these in <see cref="CapsuleBuilder.WithUser{TFacts}"/>, nor in a turn.</remarks>
public sealed class CapsuleSessions
{
    private readonly ConcurrentDictionary<SocketIdentity, bool> _open = new();

    internal CapsuleSessions()
    {
    }

    /// <summary>Finds out anew, for each session of a user, who that is: authenticates with the request and the latest token of the session, evaluates policies and
    /// facts. The session goes on with what was found, or ends if it may not be. Call it when what these depend on has been changed.</summary>
    /// <param name="userId">As in <see cref="CapsuleUser.Id"/>.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>Ends when all turns that are sent from now on, and those that wait, are permitted by what was found.</returns>
    public Task InvalidateUserAsync(string userId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(userId);
        return Task.WhenAll(_open.Keys.Select(identity => identity.InvalidateAsync(userId))).WaitAsync(cancellationToken);
    }

    /// <summary>Ends each session of a user, with <c>forbidden</c>. The clients do not come back by themselves, but nothing keeps the user from joining again: that is for rules,
    /// policies and facts to say.</summary>
    /// <param name="userId">As in <see cref="CapsuleUser.Id"/>.</param>
    /// <param name="reason">What the user is told.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>Ends when nothing more of these sessions is listened to.</returns>
    public Task EndSessionsAsync(string userId, string? reason = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(userId);
        ProtocolError error = CapsuleSession.EndedBy(reason);
        return Task.WhenAll(_open.Keys.Select(identity => identity.EndAsync(userId, error))).WaitAsync(cancellationToken);
    }

    internal void Add(SocketIdentity identity) => _open.TryAdd(identity, true);

    internal void Remove(SocketIdentity identity) => _open.TryRemove(identity, out _);
}
