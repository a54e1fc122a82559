using Capsule.Protocol;

namespace Capsule;

/// <summary>Where what happens to a tree goes for one client: a gateway's side of a connection. Called by the tree, one call at a time; must
/// return at once, and throw nothing.</summary>
public interface ISubscriber
{
    /// <summary>Takes what is to be sent next.</summary>
    void Deliver(Delivery delivery);

    /// <summary>The session is over; nothing follows.</summary>
    void End(ProtocolError error);
}
