using Capsule.Protocol;
using Microsoft.Extensions.DependencyInjection;

namespace Capsule.Tests.Hosts.AspNetCore;

/// <summary>Who is it that joins?</summary>
[Parallelizable]
internal sealed class IdentityTests
{
    [Test]
    public async Task A_cookie_with_the_servers_own_origin_says_who_it_is()
    {
        await using Server server = await Server.StartAsync();
        await using SocketClient client = await SocketClient.OpenAsync(server, "vault", await server.CookieAsync("anna"));

        await client.JoinedAsync();

        Assert.That(await ExistsAsync(server, "of-anna"), Is.True);
    }

    [Test]
    public async Task A_cookie_without_an_origin_says_nothing()
    {
        await using Server server = await Server.StartAsync();
        await using SocketClient client = await SocketClient.OpenAsync(server, "vault", await server.CookieAsync("anna"), origin: "");
        await client.JoinAsync();

        await EndsAsync(client, ErrorCode.Unauthenticated, 4001);
        Assert.That(await ExistsAsync(server, "of-anna"), Is.False);
    }

    [Test]
    public async Task Nobody_may_not_see_what_is_for_those_who_signed_in()
    {
        await using Server server = await Server.StartAsync();
        await using SocketClient client = await SocketClient.OpenAsync(server, "vault");
        await client.JoinAsync();

        await EndsAsync(client, ErrorCode.Unauthenticated, 4001);
    }

    [Test]
    public async Task Somebody_whom_the_rule_refuses_is_forbidden()
    {
        await using Server server = await Server.StartAsync();
        await using SocketClient client = await SocketClient.OpenAsync(server, "vault", await server.CookieAsync("eve", "stranger"));
        await client.JoinAsync();

        await EndsAsync(client, ErrorCode.Forbidden, 4003);
    }

    [Test]
    public async Task A_page_of_another_origin_does_not_join_whatever_its_cookie()
    {
        await using Server server = await Server.StartAsync();
        await using SocketClient client = await SocketClient.OpenAsync(server, "vault", await server.CookieAsync("anna"), "https://evil.example");
        await client.JoinAsync();

        await EndsAsync(client, ErrorCode.Forbidden, 4003);
        Assert.That(await ExistsAsync(server, "of-anna"), Is.False);
    }

    [Test]
    public async Task A_page_of_an_allowed_origin_joins()
    {
        await using Server server = await Server.StartAsync(options => options.AllowedOrigins.Add("https://app.example.com"));
        await using SocketClient client = await SocketClient.OpenAsync(server, "vault", await server.CookieAsync("anna"), "https://app.example.com");

        await client.JoinedAsync();
    }

    [Test]
    public async Task A_token_in_join_says_who_it_is()
    {
        await using Server server = await Server.StartAsync();
        await using SocketClient client = await SocketClient.OpenAsync(server, "vault");

        await client.JoinedAsync(await server.TokenAsync("anna"));

        Assert.That(await ExistsAsync(server, "of-anna"), Is.True);
    }

    [Test]
    public async Task A_token_counts_before_a_cookie()
    {
        await using Server server = await Server.StartAsync();
        await using SocketClient client = await SocketClient.OpenAsync(server, "vault", await server.CookieAsync("anna"));

        await client.JoinedAsync(await server.TokenAsync("bert"));

        Assert.That(await ExistsAsync(server, "of-bert"), Is.True);
        Assert.That(await ExistsAsync(server, "of-anna"), Is.False);
    }

    [Test]
    public async Task A_token_that_is_not_valid_is_refused_even_where_nobody_needs_one()
    {
        await using Server server = await Server.StartAsync();
        await using SocketClient client = await SocketClient.OpenAsync(server, cookie: await server.CookieAsync("anna"));
        await client.JoinAsync("made-up");

        await EndsAsync(client, ErrorCode.Unauthenticated, 4001);
    }

    [Test]
    public async Task The_tenant_comes_from_who_it_is()
    {
        await using Server server = await Server.StartAsync(options => options.Tenant = context => $"tenant-of-{context.User.Identity!.Name}");
        await using SocketClient client = await SocketClient.OpenAsync(server);
        await client.JoinedAsync(await server.TokenAsync("anna"));

        var host = server.Services.GetRequiredService<ICapsuleHost>();

        Assert.That(await host.ExistsAsync(new TreeAddress("tenant-of-anna", "hall", "42")), Is.True);
    }

    internal static async Task EndsAsync(SocketClient client, ErrorCode expected, int code)
    {
        (ProtocolError? Error, int Code) end = await client.EndAsync();
        Assert.That(end.Error?.Code, Is.EqualTo(expected), end.Error?.Message);
        Assert.That(end.Code, Is.EqualTo(code));
    }

    private static ValueTask<bool> ExistsAsync(Server server, string key) => server.Services.GetRequiredService<CapsuleTrees<Vault>>().ExistsAsync(key);
}
