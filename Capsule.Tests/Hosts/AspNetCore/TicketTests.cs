using System.Security.Claims;
using Capsule.Protocol;

namespace Capsule.Tests.Hosts.AspNetCore;

/// <summary>How long does a session's ticket last?</summary>
[Parallelizable]
internal sealed class TicketTests
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    [Test]
    public async Task A_session_ends_when_its_ticket_does()
    {
        await using Server server = await Server.StartAsync();
        await using SocketClient client = await SocketClient.OpenAsync(server);
        await client.JoinedAsync(await server.TokenAsync("anna"));

        server.Time.Advance(Lifetime + TimeSpan.FromSeconds(5));

        await IdentityTests.EndsAsync(client, ErrorCode.Expired, 4008);
    }

    [Test]
    public async Task A_new_token_lets_it_go_on()
    {
        await using Server server = await Server.StartAsync();
        await using SocketClient client = await SocketClient.OpenAsync(server);
        ModelId hall = TurnTests.IdOf(await client.JoinedAsync(await server.TokenAsync("anna")));
        server.Time.Advance(Lifetime / 2);
        await client.SendAsync($$"""{"event":"token","token":"{{await server.TokenAsync("anna")}}"}""");
        await client.TurnAsync(1, TurnTests.SetTitle(hall, "first"));
        await VerdictAsync(client, 1);

        server.Time.Advance(Lifetime * 3 / 4);
        await client.TurnAsync(2, TurnTests.SetTitle(hall, "second"));

        await VerdictAsync(client, 2);
    }

    [Test]
    public async Task Another_users_token_ends_it()
    {
        await using Server server = await Server.StartAsync();
        await using SocketClient client = await SocketClient.OpenAsync(server);
        await client.JoinedAsync(await server.TokenAsync("anna"));
        await client.SendAsync($$"""{"event":"token","token":"{{await server.TokenAsync("bert")}}"}""");

        await IdentityTests.EndsAsync(client, ErrorCode.Unauthenticated, 4001);
    }

    [Test]
    public async Task A_token_that_is_not_valid_ends_it()
    {
        await using Server server = await Server.StartAsync();
        await using SocketClient client = await SocketClient.OpenAsync(server);
        await client.JoinedAsync(await server.TokenAsync("anna"));
        await client.SendAsync("""{"event":"token","token":"made-up"}""");

        await IdentityTests.EndsAsync(client, ErrorCode.Unauthenticated, 4001);
    }

    [Test]
    public async Task A_token_that_leads_to_another_tree_has_the_client_join_there()
    {
        await using Server server = await Server.StartAsync(options => options.Tenant = context => context.User.FindFirst(ClaimTypes.Role)?.Value ?? "");
        await using SocketClient client = await SocketClient.OpenAsync(server);
        await client.JoinedAsync(await server.TokenAsync("anna", "north"));
        await client.SendAsync($$"""{"event":"token","token":"{{await server.TokenAsync("anna", "south")}}"}""");

        await IdentityTests.EndsAsync(client, ErrorCode.Closing, 4030);
    }

    /// <summary>Heartbeats come before, as time went by.</summary>
    private static async Task VerdictAsync(SocketClient client, long turn)
    {
        IReadOnlyList<Frame> frames;
        do
        {
            frames = await client.NextAsync();
        }
        while (frames.Count == 0);

        var verdict = (VerdictFrame)frames[0];
        Assert.That((verdict.Turn, verdict.Error), Is.EqualTo((turn, (ProtocolError?)null)));
    }
}
