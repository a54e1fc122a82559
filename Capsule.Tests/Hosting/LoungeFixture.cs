using Capsule.Protocol;

namespace Capsule.Tests.Hosting;

/// <summary>Hosts with a lounge, and visits of it.</summary>
internal abstract class LoungeFixture : HostFixture
{
    protected static readonly TreeAddress LoungeOne = new("", "lounge", "1");

    protected static InProcessHost LoungeHost(ICapsuleStore store) => new([new RootDefinition(ModelType.Of<Lounge>()) { CreateOnJoin = true }], store);

    protected static async Task<Visit> EnterAsync(InProcessHost host, CapsuleUser user, Guid? id = null, string? guest = null)
    {
        var inbox = new Subscriber();
        JoinRequest request = Request(user, id ?? Guid.NewGuid(), guest);
        JoinOutcome outcome = await host.JoinAsync(request, inbox);
        Assert.That(outcome.Refusal, Is.Null);
        var initial = (InitialFrame)(await inbox.NextAsync())[0];
        return new Visit(request.Join.Client, inbox, outcome.Connection!, Hosts.AspNetCore.TurnTests.IdOf(initial));
    }

    protected static JoinRequest Request(CapsuleUser user, Guid id, string? guest) => new(LoungeOne, user, new JoinMessage(id), new Limits()) { GuestId = guest };

    protected sealed record Visit(Guid Id, Subscriber Inbox, IConnection Connection, ModelId Root)
    {
        public void Say(long turn, string what) => Connection.Send(Turn(turn, new CallOp(Root, "say", RawJson.Parse($"[\"{what}\"]"))));
    }
}
