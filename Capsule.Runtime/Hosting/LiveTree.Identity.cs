using Capsule.Access;
using Capsule.Protocol;

namespace Capsule.Hosting;

/// <summary>Users whose identity changes while their session goes on.</summary>
internal sealed partial class LiveTree
{
    /// <summary>The session whose turn runs.</summary>
    private Connection? _asking;

    public void Renew(Connection connection, CapsuleUser user)
    {
        connection.Renewed(user);
        Post(() => TakeRenewal(connection));
    }

    /// <summary>Lets the session go on as whom the gateway last found. Asked for before each turn too: one that waited in the queue is permitted by what is known now.</summary>
    private void TakeRenewal(Connection connection)
    {
        if (connection.TakeRenewed() is not { } user || connection.HasEnded)
        {
            return;
        }

        if (Admission.Refuse(_tree.Root, user) is { } refusal)
        {
            Leave(connection, new ProtocolError(ErrorCode.Forbidden, refusal.Message));
            return;
        }

        CapsuleUser former = connection.Session.User;
        connection.Session = connection.Session with { User = user };
        if (!former.SeesLike(user))
        {
            OnUserChanged(connection);
        }
    }

    /// <summary>The user may see something else now: what the session gets from now on is what its new audience gets, beginning with the state.</summary>
    private void OnUserChanged(Connection connection)
    {
        Audience former = connection.Audience!;
        Audience audience = connection.Audience = _audiences.Enter(connection.Session.User);
        _audiences.Leave(former);
        if (audience != former)
        {
            SendState(connection, _tree.Seq, () =>
            {
                CatchUp(connection);
                connection.Hear(audience);
            });
        }
    }

    /// <summary>Why this user cannot have the client's queue; null if they can. Who signs in takes along what they did as a guest.</summary>
    private static ProtocolError? RefuseClient(ClientTurns? client, JoinRequest request)
    {
        if (client is null || client.User == request.User.Id)
        {
            return null;
        }

        if (request.User.IsAuthenticated && request.GuestId is { } guest && guest == client.User)
        {
            return null;
        }

        return new ProtocolError(ErrorCode.Forbidden, "This client id belongs to another user. Take a new one.");
    }

    /// <summary>What the application hears of a refusal: who asked, and a way to end that.</summary>
    private Refusal From(Connection? connection, Refusal refusal) => connection is null
        ? refusal
        : refusal with { Session = connection.Session, End = reason => Post(() => Leave(connection, reason)) };
}
