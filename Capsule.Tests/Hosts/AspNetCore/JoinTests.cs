using System.Net;
using System.Net.WebSockets;
using Capsule.Protocol;
using Microsoft.Extensions.DependencyInjection;

namespace Capsule.Tests.Hosts.AspNetCore;

/// <summary>How does a client come to a tree?</summary>
[Parallelizable]
internal sealed class JoinTests
{
    [Test]
    public async Task A_join_is_answered_by_the_state()
    {
        await using Server server = await Server.StartAsync();
        await using SocketClient client = await SocketClient.OpenAsync(server);

        InitialFrame initial = await client.JoinedAsync();

        Assert.That(client.Subprotocol, Is.EqualTo("capsule.v1"));
        Assert.That(initial.App.ToString(), Does.Contain("\"title\":\"42\"").And.Not.Contain("secret"));
        Assert.That(initial.Limits, Is.EqualTo(new Limits()));
    }

    [Test]
    public async Task The_limits_are_those_of_the_options()
    {
        await using Server server = await Server.StartAsync(options =>
        {
            options.MaxMessageBytes = 1000;
            options.MaxOpsPerTurn = 10;
            options.MaxTurnsInFlight = 3;
            options.MaxTurnsPerSecond = 5;
        });
        await using SocketClient client = await SocketClient.OpenAsync(server);

        Assert.That((await client.JoinedAsync()).Limits, Is.EqualTo(new Limits(1000, 10, 3, 5)));
    }

    [TestCase("nothing/42")]
    [TestCase("hall")]
    [TestCase("hall/")]
    [TestCase("hall/a/b")]
    [TestCase("hall/a%2Fb")]
    [TestCase("hall/a%5Cb")]
    [TestCase("hall/caf%C3%A9")]
    [TestCase("hall/a%20b")]
    [TestCase("Hall/42")]
    [TestCase("vault/42", Description = "the server chooses the key")]
    public async Task An_address_that_names_no_tree_is_ended_as_not_found(string path)
    {
        await using Server server = await Server.StartAsync();
        await using SocketClient client = await SocketClient.OpenAsync(server, path);
        await client.JoinAsync();

        (ProtocolError? error, int code) = await client.EndAsync();

        Assert.That(error?.Code, Is.EqualTo(ErrorCode.NotFound));
        Assert.That(code, Is.EqualTo(4004));
    }

    [Test]
    public async Task A_key_as_long_as_allowed_is_one_and_a_longer_one_is_none()
    {
        await using Server server = await Server.StartAsync();
        await using SocketClient longest = await SocketClient.OpenAsync(server, "hall/" + new string('k', 128));
        await using SocketClient longer = await SocketClient.OpenAsync(server, "hall/" + new string('k', 129));
        await using SocketClient far = await SocketClient.OpenAsync(server, "hall/" + new string('k', 7_000));

        await longest.JoinedAsync();
        await longer.JoinAsync();
        await far.JoinAsync();

        Assert.That((await longer.EndAsync()).Error?.Code, Is.EqualTo(ErrorCode.NotFound));
        Assert.That((await far.EndAsync()).Error?.Code, Is.EqualTo(ErrorCode.NotFound));
    }

    [Test]
    public async Task An_address_beyond_what_the_web_server_reads_is_refused_by_it()
    {
        await using Server server = await Server.StartAsync();
        using var http = new HttpClient { BaseAddress = server.Address };

        using HttpResponseMessage response = await http.GetAsync("/capsule/hall/" + new string('k', 10_000));

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.RequestUriTooLong));
    }

    [Test]
    public async Task The_server_chooses_the_key_for_a_user()
    {
        await using Server server = await Server.StartAsync();
        await using SocketClient client = await SocketClient.MemberAsync(server, "anna", "vault");

        CapsuleTrees<Vault> vaults = server.Services.GetRequiredService<CapsuleTrees<Vault>>();

        Assert.That(await vaults.ExistsAsync("of-anna"), Is.True);
    }

    [Test]
    public async Task A_tree_that_joining_does_not_make_is_not_found()
    {
        await using Server server = await Server.StartAsync(roots: capsule => capsule.AddRoot<Hall>());
        await using SocketClient early = await SocketClient.OpenAsync(server);
        await early.JoinAsync();
        Assert.That((await early.EndAsync()).Error?.Code, Is.EqualTo(ErrorCode.NotFound));

        await server.Services.GetRequiredService<CapsuleTrees<Hall>>().CreateAsync("42");

        await using SocketClient late = await SocketClient.OpenAsync(server);
        await late.JoinedAsync();
    }

    [Test]
    public async Task Another_schema_is_told()
    {
        await using Server server = await Server.StartAsync();
        await using SocketClient client = await SocketClient.OpenAsync(server);
        await client.SendAsync($$"""{"event":"join","client":"{{client.Client}}","schema":"0123456789abcdef"}""");

        Assert.That((await client.EndAsync()).Code, Is.EqualTo(4010));
    }

    [Test]
    public async Task Who_joins_again_in_another_socket_supersedes_the_first()
    {
        await using Server server = await Server.StartAsync();
        await using SocketClient first = await SocketClient.OpenAsync(server);
        await using SocketClient second = await SocketClient.OpenAsync(server);
        await first.JoinedAsync();
        await second.SendAsync($$"""{"event":"join","client":"{{first.Client}}"}""");
        await second.NextAsync();

        Assert.That((await first.EndAsync()).Code, Is.EqualTo(4009));
    }

    [Test]
    public async Task A_client_that_does_not_offer_the_subprotocol_is_told_by_the_close()
    {
        await using Server server = await Server.StartAsync();
        await using SocketClient client = await SocketClient.OpenAsync(server, subprotocol: null);
        await client.JoinAsync();

        (ProtocolError? error, int code) = await client.EndAsync();

        Assert.That(error, Is.Null);
        Assert.That(code, Is.EqualTo((int)WebSocketCloseStatus.ProtocolError));
        Assert.That(await server.Services.GetRequiredService<CapsuleTrees<Hall>>().ExistsAsync("42"), Is.False, "it did not join");
    }

    [Test]
    public async Task A_request_that_is_no_socket_is_told_what_the_address_is_for()
    {
        await using Server server = await Server.StartAsync();
        using var http = new HttpClient { BaseAddress = server.Address };

        using HttpResponseMessage response = await http.GetAsync("/capsule/hall/42");

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(await response.Content.ReadAsStringAsync(), Does.Contain("WebSocket"));
    }
}
