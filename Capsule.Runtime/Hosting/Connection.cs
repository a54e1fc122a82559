using Capsule.Protocol;

namespace Capsule.Hosting;

/// <summary>A client's way to a live tree of this process.</summary>
internal sealed class Connection(LiveTree tree, CapsuleSession session, JoinRequest request, ISubscriber subscriber) : IConnection
{
    public CapsuleSession Session { get; } = session;

    public JoinRequest Request { get; } = request;

    public ISubscriber Subscriber { get; } = subscriber;

    /// <summary>The client's queue of turns; null once the server has lost it. Set when it joins.</summary>
    public ClientTurns? Client { get; set; }

    /// <summary>Those who see what it sees; null before it joins and after it has ended.</summary>
    public Audience? Audience { get; set; }

    /// <summary>No longer part of the tree. Belongs to the tree's thread.</summary>
    public bool HasEnded { get; set; }

    public void Send(TurnMessage turn) => tree.Take(this, turn);

    public void Refuse(RefusedTurn turn, ProtocolError error) => tree.Refuse(this, turn, error);

    public void Resynchronise() => tree.Resynchronise(this);

    public void Leave() => tree.Leave(this);
}
