using System.Net;
using Capsule.AspNetCore;
using Capsule.Protocol;
using Capsule.Tests.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Capsule.Tests.Hosts.AspNetCore;

/// <summary>How is somebody known again who has not signed in?</summary>
[Parallelizable]
internal sealed class GuestTests
{
    [Test]
    public async Task By_a_ticket_in_a_cookie_that_no_script_and_no_other_site_can_send()
    {
        await using Server server = await ServeAsync();
        await using SocketClient first = await OpenAsync(server);

        string cookie = first.SetCookies.Single();
        string id = await IdAsync(first);
        await using SocketClient second = await OpenAsync(server, Pair(cookie));

        Assert.That(cookie, Does.Contain("httponly").And.Contain("samesite=lax").And.Contain("path=/").And.Contain("expires="));
        Assert.That(id, Does.Match("^guest:[0-9a-f]{32}$"));
        Assert.That(await IdAsync(second), Is.EqualTo(id));
        Assert.That(second.SetCookies, Is.Empty);
    }

    [Test]
    public async Task Two_browsers_are_two_guests()
    {
        await using Server server = await ServeAsync();
        await using SocketClient first = await OpenAsync(server);
        await using SocketClient second = await OpenAsync(server);

        Assert.That(await IdAsync(first), Is.Not.EqualTo(await IdAsync(second)));
    }

    [TestCase("made up")]
    [TestCase("changed")]
    [TestCase("of another server")]
    [TestCase("run out")]
    public async Task A_ticket_that_does_not_count_is_replaced(string how)
    {
        await using Server server = await ServeAsync();
        await using Server another = await ServeAsync();
        await using SocketClient known = await OpenAsync(how == "of another server" ? another : server);
        string cookie = Pair(known.SetCookies.Single());
        string id = await IdAsync(known);
        switch (how)
        {
            case "made up":
                cookie = $"capsule.guest={id}";
                break;
            case "changed":
                cookie = cookie[..^8] + (cookie[^8] == 'A' ? 'B' : 'A') + cookie[^7..];
                break;
            case "run out":
                server.Time.Advance(TimeSpan.FromDays(91));
                break;
        }

        await using SocketClient client = await OpenAsync(server, cookie);

        Assert.That(await IdAsync(client), Does.StartWith("guest:").And.Not.EqualTo(id));
        await using SocketClient again = await OpenAsync(server, Pair(client.SetCookies.Single()));
        Assert.That(again.SetCookies, Is.Empty);
    }

    [Test]
    public async Task Who_comes_back_late_gets_a_new_ticket_and_stays_the_same()
    {
        await using Server server = await ServeAsync();
        await using SocketClient first = await OpenAsync(server);
        string id = await IdAsync(first);
        server.Time.Advance(TimeSpan.FromDays(46));

        await using SocketClient second = await OpenAsync(server, Pair(first.SetCookies.Single()));
        server.Time.Advance(TimeSpan.FromDays(46));
        await using SocketClient third = await OpenAsync(server, Pair(second.SetCookies.Single()));

        Assert.That(await IdAsync(third), Is.EqualTo(id));
    }

    [Test]
    public async Task Without_an_origin_the_ticket_says_nothing_and_none_is_given()
    {
        await using Server server = await ServeAsync();
        await using SocketClient page = await OpenAsync(server);
        await using SocketClient program = await SocketClient.OpenAsync(server, "lounge/1", Pair(page.SetCookies.Single()), origin: "");

        Assert.That(await IdAsync(program), Is.EqualTo("anonymous"));
        Assert.That(program.SetCookies, Is.Empty);
    }

    [Test]
    public async Task A_page_of_another_site_gets_none_and_gains_nothing_by_one()
    {
        await using Server server = await ServeAsync();
        await using SocketClient page = await OpenAsync(server);
        foreach (string? cookie in new[] { null, Pair(page.SetCookies.Single()) })
        {
            await using SocketClient foreign = await SocketClient.OpenAsync(server, "lounge/1", cookie, "https://evil.example");
            await foreign.JoinAsync();

            Assert.That(foreign.SetCookies, Is.Empty);
            await IdentityTests.EndsAsync(foreign, ErrorCode.Forbidden, 4003);
        }
    }

    [Test]
    public async Task A_guest_has_not_signed_in()
    {
        await using Server server = await ServeAsync();
        await using SocketClient guest = await SocketClient.OpenAsync(server, "vault", origin: server.Origin);
        await guest.JoinAsync();

        await IdentityTests.EndsAsync(guest, ErrorCode.Unauthenticated, 4001);
    }

    [Test]
    public async Task Nobody_can_sign_in_under_the_id_of_a_guest()
    {
        await using Server server = await ServeAsync();
        await using SocketClient guest = await OpenAsync(server);
        await using SocketClient posing = await OpenAsync(server, await server.CookieAsync(await IdAsync(guest)));
        await posing.JoinAsync();

        await IdentityTests.EndsAsync(posing, ErrorCode.Forbidden, 4003);
    }

    [Test]
    public async Task The_files_bring_the_ticket_and_no_cache_that_is_shared_keeps_it()
    {
        await using Server server = await ServeAsync();
        using var browser = new HttpClient { BaseAddress = server.Address };
        using HttpResponseMessage file = await browser.GetAsync("/capsule/client.js");
        string cookie = file.Headers.GetValues("Set-Cookie").Single();

        await using SocketClient client = await OpenAsync(server, Pair(cookie));

        Assert.That(client.SetCookies, Is.Empty);
        Assert.That(await IdAsync(client), Does.StartWith("guest:"));
        Assert.That(file.Headers.CacheControl!.ToString(), Is.EqualTo("no-cache, private"));
    }

    [Test]
    public async Task The_application_can_ask_who_it_is_when_it_serves_the_page()
    {
        await using Server server = await ServeAsync(map: application => application.MapGet("/", (HttpContext context, CapsuleGuests guests) =>
            $"{guests.Identify(context)} {guests.Identify(context)}"));
        using var browser = new HttpClient { BaseAddress = server.Address };
        using HttpResponseMessage page = await browser.GetAsync("/");
        string cookie = page.Headers.GetValues("Set-Cookie").Single();

        await using SocketClient first = await OpenAsync(server, Pair(cookie));
        await using SocketClient second = await OpenAsync(server, Pair(cookie));
        string id = await IdAsync(first);

        Assert.That(await IdAsync(second), Is.EqualTo(id));
        Assert.That(await page.Content.ReadAsStringAsync(), Is.EqualTo($"{id} {id}"));
    }

    [Test]
    public async Task Where_there_are_no_guests_no_cookie_is_set()
    {
        await using Server server = await Server.StartAsync();
        using var browser = new HttpClient { BaseAddress = server.Address };
        using HttpResponseMessage file = await browser.GetAsync("/capsule/client.js");
        await using SocketClient client = await SocketClient.OpenAsync(server, origin: server.Origin);

        Assert.That((file.StatusCode, file.Headers.Contains("Set-Cookie"), client.SetCookies.Count), Is.EqualTo((HttpStatusCode.OK, false, 0)));
    }

    [Test]
    public void A_lifetime_that_makes_no_sense_is_named() => Assert.That(
        async () => await Server.StartAsync(services: services => services.AddCapsuleGuests(guests => guests.Lifetime = TimeSpan.Zero)),
        Throws.InstanceOf<OptionsValidationException>().With.Message.Contains("CapsuleGuestOptions.Lifetime"));

    /// <summary>A server with lounges, vaults and guests.</summary>
    internal static Task<Server> ServeAsync(Action<WebApplication>? map = null) => Server.StartAsync(
        roots: capsule => capsule
            .AddRoot<Lounge>(root => root.CreateOnJoin = true)
            .AddRoot<Vault>(root =>
            {
                root.CreateOnJoin = true;
                root.Key = user => $"of-{user.Name ?? "nobody"}";
            }),
        services: services => services.AddCapsuleGuests(),
        map: application =>
        {
            map?.Invoke(application);
            return application.MapCapsule("/capsule");
        });

    /// <summary>A page of the server's own opens a socket.</summary>
    internal static Task<SocketClient> OpenAsync(Server server, string? cookie = null, string? id = null) =>
        SocketClient.OpenAsync(server, "lounge/1", cookie, server.Origin, id: id);

    internal static string Pair(string cookie) => cookie.Split(';')[0];

    /// <summary>What a client says once.</summary>
    internal static string Say(ModelId lounge, string what) => $$"""{"event":"method call","id":"{{lounge}}","method":"say","args":["{{what}}"]}""";

    /// <summary>Joins, and has the server write down who that is.</summary>
    private static async Task<string> IdAsync(SocketClient client)
    {
        ModelId lounge = TurnTests.IdOf(await client.JoinedAsync());
        await client.TurnAsync(1, Say(lounge, "hello"));
        IReadOnlyList<Frame> frames = await client.NextAsync();
        var said = new Lounge();
        said.Tree.Apply([.. ((BatchFrame)frames[1]).Events.Cast<ChangeEvent>().Select(change => change with { Id = said.Id })]);
        return said.Said[^1].Split(": hello")[0];
    }
}
