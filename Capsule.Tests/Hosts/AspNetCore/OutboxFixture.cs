using System.Text;
using Capsule.AspNetCore.Sockets;
using Capsule.Protocol;
using Microsoft.Extensions.Time.Testing;

namespace Capsule.Tests.Hosts.AspNetCore;

/// <summary>An outbox that may keep 100 bytes or 4 messages, before a socket that the test holds.</summary>
[Parallelizable]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal abstract class OutboxFixture : IConnection
{
    protected OutboxFixture()
    {
        Outbox = new Outbox(Sink, maxBytes: 100, maxMessages: 4, Time);
        Outbox.Attach(this);
    }

    protected HeldSink Sink { get; } = new();

    protected FakeTimeProvider Time { get; } = new();

    protected Outbox Outbox { get; }

    /// <summary>How often the state was asked for.</summary>
    protected int Asked { get; private set; }

    CapsuleSession IConnection.Session => throw new NotSupportedException();

    void IConnection.Resynchronise() => Asked++;

    void IConnection.Send(TurnMessage turn) => throw new NotSupportedException();

    void IConnection.Refuse(RefusedTurn turn, ProtocolError error) => throw new NotSupportedException();

    void IConnection.Renew(CapsuleUser user) => throw new NotSupportedException();

    void IConnection.End(ProtocolError reason) => throw new NotSupportedException();

    void IConnection.Leave() => throw new NotSupportedException();

    void IConnection.LeaveForGood() => throw new NotSupportedException();

    /// <summary>Writes something and leaves the write open.</summary>
    protected void Hold()
    {
        Sink.IsHeld = true;
        Deliver("[0]");
    }

    protected void Deliver(string message, string? verdicts = null, bool isState = false) => Outbox.Deliver(new Delivery(
        Encoding.UTF8.GetBytes(message), verdicts is null ? default : Encoding.UTF8.GetBytes(verdicts), isState));
}
