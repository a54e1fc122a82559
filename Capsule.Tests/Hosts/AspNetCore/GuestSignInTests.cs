using Capsule.Protocol;
using Capsule.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Capsule.Tests.Hosts.AspNetCore;

/// <summary>What becomes of what a guest did who signs in?</summary>
[Parallelizable]
internal sealed class GuestSignInTests
{
    [Test]
    public async Task The_queue_goes_on_and_each_turn_is_done_once()
    {
        await using Server server = await GuestTests.ServeAsync();
        await using SocketClient guest = await GuestTests.OpenAsync(server);
        string ticket = GuestTests.Pair(guest.SetCookies.Single());
        ModelId lounge = TurnTests.IdOf(await guest.JoinedAsync());
        await guest.TurnAsync(1, GuestTests.Say(lounge, "first"));
        await guest.NextAsync();

        await using SocketClient anna = await GuestTests.OpenAsync(server, $"{ticket}; {await server.CookieAsync("anna")}", guest.Client);
        InitialFrame initial = await anna.JoinedAsync();
        Assert.That(initial.Turns.Last, Is.EqualTo(1));
        await IdentityTests.EndsAsync(guest, ErrorCode.Superseded, 4009);
        await anna.TurnAsync(1, GuestTests.Say(lounge, "first"));
        await anna.NextAsync<VerdictFrame>();
        await anna.TurnAsync(2, GuestTests.Say(lounge, "second"));
        await anna.NextAsync();

        IReadOnlyList<string> said = await SaidAsync(server);
        Assert.That(said, Has.Count.EqualTo(2));
        Assert.That(said[0], Does.Match("^guest:[0-9a-f]{32}: first$"));
        Assert.That(said[1], Is.EqualTo("anna: second"));
    }

    [Test]
    public async Task A_token_in_the_guests_session_has_the_client_join_again()
    {
        await using Server server = await GuestTests.ServeAsync();
        await using SocketClient guest = await GuestTests.OpenAsync(server);
        await guest.JoinedAsync();
        string token = await server.TokenAsync("anna");

        await guest.SendAsync($$"""{"event":"token","token":"{{token}}"}""");
        await IdentityTests.EndsAsync(guest, ErrorCode.Closing, 4030);

        await using SocketClient anna = await GuestTests.OpenAsync(server, GuestTests.Pair(guest.SetCookies.Single()), guest.Client);
        Assert.That((await anna.JoinedAsync(token)).Turns.IsLost, Is.False);
    }

    [Test]
    public async Task Nobody_else_gets_it()
    {
        await using Server server = await GuestTests.ServeAsync();
        await using SocketClient guest = await GuestTests.OpenAsync(server);
        await guest.JoinedAsync();
        string anotherTicket;
        await using (SocketClient another = await GuestTests.OpenAsync(server))
        {
            anotherTicket = GuestTests.Pair(another.SetCookies.Single());
        }

        string bert = await server.CookieAsync("bert");
        foreach (string cookie in new[] { bert, $"{anotherTicket}; {bert}", anotherTicket })
        {
            await using SocketClient thief = await GuestTests.OpenAsync(server, cookie, guest.Client);
            await thief.JoinAsync();
            await IdentityTests.EndsAsync(thief, ErrorCode.Forbidden, 4003);
        }
    }

    [Test]
    public async Task Who_signs_out_is_the_guest_again_and_what_they_did_signed_in_is_not_theirs()
    {
        await using Server server = await GuestTests.ServeAsync();
        await using SocketClient guest = await GuestTests.OpenAsync(server);
        string ticket = GuestTests.Pair(guest.SetCookies.Single());
        await guest.JoinedAsync();
        await using SocketClient anna = await GuestTests.OpenAsync(server, $"{ticket}; {await server.CookieAsync("anna")}", guest.Client);
        await anna.JoinedAsync();

        await using SocketClient again = await GuestTests.OpenAsync(server, ticket, guest.Client);
        await again.JoinAsync();

        await IdentityTests.EndsAsync(again, ErrorCode.Forbidden, 4003);
    }

    private static async Task<IReadOnlyList<string>> SaidAsync(Server server) =>
        (await server.Services.GetRequiredService<CapsuleTrees<Lounge>>().ReadAsync("1")).Said;
}
