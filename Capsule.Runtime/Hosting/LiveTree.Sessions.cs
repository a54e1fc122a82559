using System.Security.Cryptography;
using System.Text;
using Capsule.Access;
using Capsule.Protocol;

namespace Capsule.Hosting;

/// <summary>Sessions: joining, the whole state once more, leaving.</summary>
internal sealed partial class LiveTree
{
    /// <summary>Whether a turn changed what decides who may see the tree.</summary>
    private bool _mayHaveToLeave;

    public async Task<JoinOutcome> JoinAsync(JoinRequest request, ISubscriber subscriber, CancellationToken cancellationToken)
    {
        var outcome = new TaskCompletionSource<JoinOutcome>(TaskCreationOptions.RunContinuationsAsynchronously);
        bool isPosted = Post(() =>
        {
            // Who has gone must not end the session with which the same client came back.
            if (cancellationToken.IsCancellationRequested)
            {
                outcome.SetCanceled(cancellationToken);
                return;
            }

            Join(request, subscriber, outcome);
        });
        if (!isPosted)
        {
            return JoinOutcome.Refused(Again);
        }

        return await outcome.Task.ConfigureAwait(false);
    }

    public void Resynchronise(Connection connection) => Post(() =>
    {
        if (!connection.HasEnded)
        {
            SendState(connection, _tree.Seq, () => { });
        }
    });

    public void Leave(Connection connection, bool isForGood) => Post(() => Leave(connection, null, isForGood));

    /// <summary>Ends a session behind all that it has asked for.</summary>
    public void EndSession(Connection connection, ProtocolError reason) => Post(() => _line.Add(() => Post(() => Leave(connection, reason))));

    private static ProtocolError Again { get; } = new(ErrorCode.Closing, "The tree is being let go of. Join again.");

    private void Join(JoinRequest request, ISubscriber subscriber, TaskCompletionSource<JoinOutcome> outcome)
    {
        ProtocolError? refusal = _hasEnded ? Again : Admission.Refuse(_tree.Root, request.User) ?? Admission.RefuseSchema(_definition, request.Join.Schema);
        ClientTurns? client = refusal is null ? _clients.Find(request.Join.Client) : null;
        refusal ??= RefuseClient(client, request);
        if (refusal is not null)
        {
            outcome.SetResult(JoinOutcome.Refused(refusal));
            return;
        }

        bool isLost = client is null && request.Join.Confirmed > 0;
        client ??= isLost ? null : _clients.Add(request.Join.Client, request.User.Id);
        if (client?.Connection is { } former)
        {
            Leave(former, new ProtocolError(ErrorCode.Superseded, "The same client joined in another session."));
        }

        var session = new CapsuleSession(_tree.NewId().Value, request.User) { IsReturning = _tree.OwnedBy(request.Join.Client).Count > 0 };
        var connection = new Connection(this, session, request, subscriber) { Client = client };
        if (client is not null)
        {
            client.User = request.User.Id;
            client.CatchUp(request.Join.Confirmed);
            client.Connection = connection;
        }

        connection.Audience = _audiences.Enter(session.User);
        ComeBack(request.Join.Client);
        _tree.Acting = request.Join.Client;
        RunHook(nameof(CapsuleModel.OnJoined), session.User, () => _tree.Root.OnJoined(session));
        _tree.Acting = null;
        void Refused(ProtocolError reason) => outcome.TrySetResult(JoinOutcome.Refused(reason));
        _waiting.Add(Refused);
        _joining.Add(connection);
        void Joined()
        {
            _waiting.Remove(Refused);
            _joining.Remove(connection);
            if (!connection.HasEnded)
            {
                _connections.Add(connection);
                connection.Hear(connection.Audience);
            }

            outcome.SetResult(JoinOutcome.Joined(connection));
        }

        ResumePoint? since = request.Join.Since is { } point && point.Epoch == _epoch ? point : null;
        if (since is null || !TryResume(connection, since, Joined))
        {
            SendState(connection, since?.Seq ?? 0, Joined);
        }
    }

    /// <summary>Sends the batches that a client missed, if what it has is what its user sees, and they are at hand and less than the state.</summary>
    private bool TryResume(Connection connection, ResumePoint since, Action before)
    {
        Audience audience = connection.Audience!;
        if (since.View != audience.Tag || _sent.After(audience, since.Seq, _tree.Seq, audience.State.Bytes) is not { } missed)
        {
            return false;
        }

        byte[] resumed = _frames.Frame(new ResumedFrame(_epoch, since.Seq, audience.Tag, TagOf(connection.Session.User), TurnsOf(connection)));
        byte[][] transients = _tree.Transients.Any ? [audience.Transients(_tree, _frames)] : [];
        byte[] message = FrameBuffer.Join([resumed, .. missed, .. transients]);
        _line.Add(() =>
        {
            before();
            Deliver(connection, new Delivery(message));
        });
        return true;
    }

    private static TurnsState TurnsOf(Connection connection) => connection.Client?.ToTurnsState() ?? TurnsState.Lost;

    /// <summary>Sends the state as it is now, when all before it has been sent.</summary>
    /// <param name="known">The last batch that the client has, or may have.</param>
    private void SendState(Connection connection, long known, Action before)
    {
        JoinRequest request = connection.Request;
        Audience audience = connection.Audience!;
        (RawJson state, long seq) = audience.State.Get(_tree, () => audience.Xport(_tree, _frames), known);
        byte[] initial = _frames.Frame(new InitialFrame(_epoch, seq, audience.Tag, TagOf(connection.Session.User), _schema, TurnsOf(connection), request.Limits, state));
        byte[] message = FrameBuffer.Join([initial, .. audience.State.Batches]);
        _line.Add(() =>
        {
            before();
            Deliver(connection, new Delivery(message, IsState: true));
        });
    }

    private void Leave(Connection connection, ProtocolError? reason, bool isForGood = false)
    {
        if (connection.HasEnded)
        {
            return;
        }

        // Who is refused may not see what was gathered any more.
        if (reason is { Code: not (ErrorCode.Forbidden or ErrorCode.Unauthenticated) })
        {
            CatchUp(connection);
        }

        connection.HasEnded = true;
        _connections.Remove(connection);
        if (connection.Audience is { } audience)
        {
            connection.Hear(null);
            _audiences.Leave(audience);
            connection.Audience = null;
        }

        if (connection.Client is { } client && client.Connection == connection)
        {
            _clients.Left(client);
        }

        if (reason is not null)
        {
            connection.Subscriber.End(reason);
        }

        RunHook(nameof(CapsuleModel.OnLeft), connection.Session.User, () => _tree.Root.OnLeft(connection.Session));
        LetGo(connection.Request.Join.Client, isForGood || IsFinal(reason));
    }

    /// <summary>Ends the sessions of those who may no longer see the tree.</summary>
    private void SendAway()
    {
        if (!_mayHaveToLeave)
        {
            return;
        }

        _mayHaveToLeave = false;
        foreach (Connection connection in _connections.ToArray())
        {
            if (Admission.Refuse(_tree.Root, connection.Session.User) is { } refusal)
            {
                Leave(connection, refusal);
            }
        }
    }

    private void RunHook(string name, CapsuleUser user, Action hook) => Guard(name, () => Run(user, name, hook, () => { }));

    /// <summary>A tag of who the user is that does not say who.</summary>
    private static string TagOf(CapsuleUser user) => user.Id is { } id
        ? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id))[..8])
        : "anonymous";
}
