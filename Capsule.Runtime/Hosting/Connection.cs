using Capsule.Protocol;

namespace Capsule.Hosting;

/// <summary>A client's way to a live tree of this process.</summary>
internal sealed class Connection(LiveTree tree, CapsuleSession session, JoinRequest request, ISubscriber subscriber) : IConnection
{
    private volatile CapsuleSession _session = session;
    private CapsuleUser? _renewed;

    /// <summary>Read by anybody, set by the tree.</summary>
    public CapsuleSession Session
    {
        get => _session;
        set => _session = value;
    }

    public JoinRequest Request { get; } = request;

    public ISubscriber Subscriber { get; } = subscriber;

    /// <summary>The client's queue of turns; null once the server has lost it. Set when it joins.</summary>
    public ClientTurns? Client { get; set; }

    /// <summary>Those who see what it sees; null before it joins and after it has ended.</summary>
    public Audience? Audience { get; set; }

    /// <summary>Those whose batches it gets: others than <see cref="Audience"/> as long as the state that it is to see is on its way.</summary>
    public Audience? Heard { get; private set; }

    /// <summary>How many of the frames that its audience has gathered it has got already.</summary>
    public int Given { get; set; }

    /// <summary>From now on it gets the batches of this audience; of none, if that is null.</summary>
    public void Hear(Audience? audience)
    {
        Heard?.Connections.Remove(this);
        Heard = HasEnded ? null : audience;
        Given = audience?.Gathered.Count ?? 0;
        Heard?.Connections.Add(this);
    }

    /// <summary>No longer part of the tree. Belongs to the tree's thread.</summary>
    public bool HasEnded { get; set; }

    public void Send(TurnMessage turn) => tree.Take(this, turn);

    public void Refuse(RefusedTurn turn, ProtocolError error) => tree.Refuse(this, turn, error);

    public void Renew(CapsuleUser user) => tree.Renew(this, user);

    public void Resynchronise() => tree.Resynchronise(this);

    public void End(ProtocolError reason) => tree.EndSession(this, reason);

    public void Leave() => tree.Leave(this, isForGood: false);

    public void LeaveForGood() => tree.Leave(this, isForGood: true);

    /// <summary>Keeps whom the gateway found until the tree takes them; of several the last.</summary>
    public void Renewed(CapsuleUser user) => Interlocked.Exchange(ref _renewed, user);

    /// <summary>Whom the gateway has found since this was last asked; null if nobody.</summary>
    public CapsuleUser? TakeRenewed() => Interlocked.Exchange(ref _renewed, null);
}
