using Capsule.Protocol;

namespace Capsule;

/// <summary>One client's way to a tree, as a gateway holds it. Thread-safe; calls take effect in the order in which they are made.</summary>
public interface IConnection
{
    /// <summary>The session, with the user as they were last found to be.</summary>
    CapsuleSession Session { get; }

    /// <summary>Hands a turn to the tree. The verdict, or a hold, comes through the subscriber.</summary>
    void Send(TurnMessage turn);

    /// <summary>Hands over a turn whose ops cannot be read: its number is used up, and the verdict is the error.</summary>
    void Refuse(RefusedTurn turn, ProtocolError error);

    /// <summary>Says who the user is from now on: the same one, with other claims, policies or facts. Counts for turns too that wait already. If the user may not see
    /// the tree any more, the session ends with <c>forbidden</c>; if they see it differently, the state comes anew.</summary>
    void Renew(CapsuleUser user);

    /// <summary>Asks for the whole state once more, because the subscriber had to drop batches.</summary>
    void Resynchronise();

    /// <summary>Ends the session, for this reason, when all that was sent before has been answered.</summary>
    void End(ProtocolError reason);

    /// <summary>The client is gone, and may come back. Calling it again does nothing.</summary>
    void Leave();

    /// <summary>The client said goodbye: what belongs to its session (<see cref="SessionOwnedAttribute"/>) goes at once. Calling it again does nothing.</summary>
    void LeaveForGood();
}
