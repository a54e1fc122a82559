using Microsoft.Extensions.Logging;

namespace Capsule.Tests.Hosting;

/// <summary>A turn that takes too long is named in the log.</summary>
[Parallelizable]
internal sealed class SlowTurnTests : HostFixture
{
    [Test]
    public async Task A_turn_is_named_by_what_it_asked_for_or_by_what_the_server_called()
    {
        using var log = new LogLines();
        await using var host = new InProcessHost(
            [new RootDefinition(ModelType.Of<Notebook>()) { CreateOnJoin = true }],
            new MemoryStore(),
            new InProcessHostOptions { MaxTurnDuration = TimeSpan.Zero },
            loggers: log);
        Client anna = await JoinAsync(host, Anna);
        anna.Connection.Send(Turn(1, SetTitle(anna, "New"), new Capsule.Protocol.CallOp(anna.Root, "shout", RawJson.Parse("""["hello"]"""))));
        await anna.Inbox.NextAsync();
        await host.CallAsync(Address, null, "audit", RawJson.Parse("""["x"]"""));

        Assert.That(log.Lines, Has.Some.Contain("notebook/42: a client's turn (set, shout()) took ").And.Some.Contain("notebook/42: audit took ").And.Some.Contain("notebook/42: OnJoined took "));
    }

    [Test]
    public async Task A_turn_that_is_quick_is_not()
    {
        using var log = new LogLines();
        await using var host = new InProcessHost(
            [new RootDefinition(ModelType.Of<Notebook>()) { CreateOnJoin = true }],
            new MemoryStore(),
            new InProcessHostOptions { MaxTurnDuration = TimeSpan.FromMinutes(10) },
            loggers: log);
        await JoinAsync(host, Anna);

        Assert.That(log.Lines, Is.Empty);
    }
}
