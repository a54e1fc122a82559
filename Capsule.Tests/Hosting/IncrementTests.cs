using Capsule.Protocol;

namespace Capsule.Tests.Hosting;

/// <summary>What many add at once.</summary>
[TestFixture]
internal sealed class IncrementTests : HostFixture
{
    [Test]
    [Promise(8)]
    public async Task All_count_however_many_send_them_at_once()
    {
        const int Turns = 20;
        var address = new TreeAddress("", "turnstile", "1");
        await using var host = new InProcessHost([new RootDefinition(ModelType.Of<Turnstile>())], new MemoryStore());
        var turnstiles = new CapsuleTrees<Turnstile>(host);
        await turnstiles.CreateAsync("1");
        ModelId root = (await turnstiles.ReadAsync("1")).Id;

        await Task.WhenAll(Enumerable.Range(0, 8).Select(visitor => Task.Run(async () =>
        {
            var inbox = new Subscriber();
            JoinOutcome outcome = await host.JoinAsync(new JoinRequest(address, CapsuleUser.Named($"{visitor}"), new JoinMessage(Guid.NewGuid()), new Limits()), inbox);
            for (int turn = 1; turn <= Turns; turn++)
            {
                outcome.Connection!.Send(Turn(turn, new IncrementOp(root, "passed", RawJson.Parse("3"))));
            }

            for (int answered = 0; answered < Turns;)
            {
                foreach (VerdictFrame verdict in (await inbox.NextAsync()).OfType<VerdictFrame>())
                {
                    Assert.That(verdict.IsApplied);
                    answered++;
                }
            }
        })));

        Assert.That((await turnstiles.ReadAsync("1")).Passed, Is.EqualTo(8 * Turns * 3));
    }
}
