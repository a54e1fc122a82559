using Capsule.Protocol;
using Microsoft.Extensions.DependencyInjection;

namespace Capsule.Tests.Hosts.AspNetCore;

/// <summary>What do rules know of a user besides the claims?</summary>
[Parallelizable]
internal sealed class FactsTests
{
    [TestCase("gold", true)]
    [TestCase("basic", false)]
    [TestCase(null, false, Description = "nothing is known")]
    public async Task What_the_application_found_when_they_joined(string? plan, bool mayEdit)
    {
        await using Server server = await Members.ServeAsync();
        if (plan is not null)
        {
            Members.Of(server).Plans["anna"] = new Membership(plan);
        }

        await using SocketClient anna = await SocketClient.OpenAsync(server, "club/1", await server.CookieAsync("anna"));
        ModelId club = TurnTests.IdOf(await anna.JoinedAsync());
        await anna.TurnAsync(1, TurnTests.SetTitle(club, "Ours"));

        Assert.That(((VerdictFrame)(await anna.NextAsync())[0]).IsApplied, Is.EqualTo(mayEdit));
        Assert.That(Members.Of(server).Asked, Is.EqualTo(1), "in no turn");
    }

    [Test]
    public async Task A_renewed_token_has_them_found_again()
    {
        await using Server server = await Members.ServeAsync();
        Members.Of(server).Plans["anna"] = new Membership("basic");
        await using SocketClient anna = await SocketClient.OpenAsync(server, "club/1");
        ModelId club = TurnTests.IdOf(await anna.JoinedAsync(await server.TokenAsync("anna")));
        Members.Of(server).Plans["anna"] = new Membership("gold");

        await anna.SendAsync($$"""{"event":"token","token":"{{await server.TokenAsync("anna")}}"}""");
        await anna.TurnAsync(1, TurnTests.SetTitle(club, "Ours"));

        Assert.That(((VerdictFrame)(await anna.NextAsync())[0]).IsApplied);
    }

    [Test]
    public async Task Where_they_cannot_be_found_nobody_joins()
    {
        await using Server server = await Members.ServeAsync();
        Members.Of(server).Answering = _ => throw new IOException("the database is gone");
        await using SocketClient anna = await SocketClient.OpenAsync(server, "club/1", await server.CookieAsync("anna"));

        await anna.JoinAsync();

        await IdentityTests.EndsAsync(anna, ErrorCode.Closing, 4030);
    }

    [Test]
    public async Task Of_the_anonymous_nothing_is_asked()
    {
        await using Server server = await Members.ServeAsync();
        await using SocketClient nobody = await SocketClient.OpenAsync(server, "club/1");

        await nobody.JoinedAsync();

        Assert.That(Members.Of(server).Asked, Is.Zero);
    }

    [Test]
    public async Task Nothing_more_is_asked_for_a_client_that_has_gone()
    {
        await using Server server = await Members.ServeAsync();
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var given = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Members.Of(server).Answering = cancellation =>
        {
            cancellation.Register(given.SetResult);
            asked.SetResult();
            return Task.Delay(Timeout.InfiniteTimeSpan, cancellation);
        };
        SocketClient anna = await SocketClient.OpenAsync(server, "club/1", await server.CookieAsync("anna"));
        await anna.JoinAsync();
        await asked.Task.WaitAsync(TimeSpan.FromSeconds(20));

        await anna.DisposeAsync();

        await given.Task.WaitAsync(TimeSpan.FromSeconds(20));
    }

    [Test]
    public void Two_ways_to_the_same_facts_do_not_start() => Assert.That(
        () => new ServiceCollection().AddCapsule()
            .WithUser((_, _, _) => Task.FromResult<Membership?>(null))
            .WithUser((_, _, _) => Task.FromResult<Membership?>(null)),
        Throws.InvalidOperationException.With.Message.Contains("Membership"));
}
