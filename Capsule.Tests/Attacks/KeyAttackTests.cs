using System.Net.Sockets;
using System.Text;
using Capsule.Protocol;
using Capsule.Tests.Hosts.AspNetCore;
using Microsoft.Extensions.DependencyInjection;

namespace Capsule.Tests.Attacks;

/// <summary>Trees that nobody wanted: keys that lead elsewhere, and joins that leave something behind. More keys are in <see cref="JoinTests"/>.</summary>
[Parallelizable]
internal sealed class KeyAttackTests
{
    [TestCase("a%2Fb")]
    [TestCase("a%252Fb")]
    [TestCase("..%2F42")]
    [TestCase("..%5C42")]
    [TestCase("%2E%2E%2F%2E%2E%2Fetc%2Fpasswd")]
    [TestCase("a%00")]
    [TestCase("%00")]
    [TestCase("a%0A")]
    [TestCase("a%0D%0AX-Header%3A1")]
    [TestCase("a%1B[2J")]
    [TestCase("a%7F")]
    [TestCase("a%EF%BC%8Fb", Description = "a solidus of full width")]
    [TestCase("a%E2%80%AEb", Description = "right to left")]
    [TestCase("%D0%B0", Description = "a Cyrillic a")]
    [TestCase("a;b")]
    [TestCase("a:b")]
    [TestCase("a'--")]
    [TestCase("a*")]
    [TestCase("%C0%AF", Description = "a solidus in two bytes")]
    [TestCase("%ff")]
    public async Task A_key_of_other_characters_is_none_and_makes_no_tree(string key)
    {
        await using Server server = await Siege.StartAsync();

        Assert.That(await AnswerAsync(server, $"/capsule/fortress/{key}"), Does.Contain("\"notFound\"").Or.StartWith("HTTP/1.1 400 "));
        Assert.That(await TreesAsync(server), Is.Empty);
    }

    [TestCase("/capsule/fortress/..")]
    [TestCase("/capsule/fortress/.")]
    [TestCase("/capsule/fortress/%2E%2E")]
    [TestCase("/capsule/fortress/%2e")]
    [TestCase("/capsule/fortress/x/%2E%2E/%2E%2E/%2E%2E/")]
    [TestCase("//capsule/fortress/42")]
    [TestCase("/capsule/fortress/42/")]
    [TestCase("/capsule/fortress//42")]
    [TestCase("/capsule\\fortress\\42")]
    public async Task A_path_of_dots_and_slashes_makes_no_tree(string path)
    {
        await using Server server = await Siege.StartAsync();

        Assert.That(await AnswerAsync(server, path), Does.Contain("\"notFound\"").Or.Match("^HTTP/1.1 40[04] "));
        Assert.That(await TreesAsync(server), Is.Empty);
    }

    [Test]
    public async Task A_key_of_ten_thousand_characters_makes_no_tree()
    {
        await using Server server = await Siege.StartAsync();

        Assert.That(await AnswerAsync(server, "/capsule/fortress/" + new string('k', 10_000)), Does.StartWith("HTTP/1.1 414 "));
        Assert.That(await TreesAsync(server), Is.Empty);
    }

    [Test]
    public async Task Joining_makes_no_tree_where_the_root_does_not_say_so()
    {
        await using Server server = await Siege.StartAsync(root: fortress => fortress.CreateOnJoin = false);

        await JoinInVainAsync(server, await server.CookieAsync("mallory"), ErrorCode.NotFound, 4004);
    }

    [Test]
    public async Task Joining_makes_no_tree_for_whoever_could_not_read_it()
    {
        await using Server server = await Siege.StartAsync();

        await JoinInVainAsync(server, await server.CookieAsync("mallory", "stranger"), ErrorCode.Forbidden, 4003);
        await JoinInVainAsync(server, null, ErrorCode.Unauthenticated, 4001);
    }

    [Test]
    public async Task Joining_makes_no_tree_for_whoever_may_not_make_it()
    {
        await using Server server = await Siege.StartAsync(root: fortress => fortress.CanCreate = (user, key) => user.Name == "anna" && key == "42");

        await JoinInVainAsync(server, await server.CookieAsync("mallory"), ErrorCode.NotFound, 4004);
        await JoinInVainAsync(server, await server.CookieAsync("anna"), ErrorCode.NotFound, 4004, key: "43");
        await using SocketClient anna = await SocketClient.MemberAsync(server, path: "fortress/42");
    }

    [Test]
    public async Task A_page_built_for_other_models_makes_no_tree()
    {
        await using Server server = await Siege.StartAsync();
        await using SocketClient mallory = await SocketClient.OpenAsync(server, "fortress/42", await server.CookieAsync("mallory"));
        await mallory.SendAsync($$"""{"event":"join","client":"{{mallory.Client}}","schema":"0123456789abcdef"}""");

        await IdentityTests.EndsAsync(mallory, ErrorCode.Schema, 4010);
        Assert.That(await TreesAsync(server), Is.Empty);
    }

    private static async Task JoinInVainAsync(Server server, string? cookie, ErrorCode expected, int code, string key = "42")
    {
        await using SocketClient client = await SocketClient.OpenAsync(server, $"fortress/{key}", cookie);
        await client.JoinAsync();

        await IdentityTests.EndsAsync(client, expected, code);
        Assert.That(await TreesAsync(server), Is.Empty);
    }

    private static async Task<List<string>> TreesAsync(Server server)
    {
        var keys = new List<string>();
        await foreach (string key in server.Services.GetRequiredService<ICapsuleHost>().ListAsync("", "fortress"))
        {
            keys.Add(key);
        }

        return keys;
    }

    /// <summary>Asks for a path as it is, which no client for the web would, and joins if a socket opens.</summary>
    /// <returns>All that comes back.</returns>
    private static async Task<string> AnswerAsync(Server server, string path)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(server.Address.Host, server.Address.Port);
        NetworkStream stream = client.GetStream();
        string cookie = await server.CookieAsync("mallory");
        await stream.WriteAsync(Encoding.Latin1.GetBytes(
            $"GET {path} HTTP/1.1\r\nHost: {server.Address.Authority}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nOrigin: {server.Origin}\r\nCookie: {cookie}\r\n"
            + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Protocol: capsule.v1\r\n\r\n"));
        var answer = new StringBuilder();
        bool hasJoined = false;
        byte[] buffer = new byte[16 * 1024];
        while (!answer.ToString().Contains("\"ended\"") && !answer.ToString().StartsWith("HTTP/1.1 4", StringComparison.Ordinal))
        {
            int count = await stream.ReadAsync(buffer).AsTask().WaitAsync(TimeSpan.FromSeconds(20));
            if (count == 0)
            {
                break;
            }

            answer.Append(Encoding.Latin1.GetString(buffer, 0, count));
            if (!hasJoined && answer.ToString().StartsWith("HTTP/1.1 101 ", StringComparison.Ordinal))
            {
                hasJoined = true;
                await stream.WriteAsync(Masked("""{"event":"join","client":"5b1ef3a0-0000-4000-8000-000000000001"}"""));
            }
        }

        return answer.ToString();
    }

    /// <summary>A text message of less than 126 bytes as a client's frame, with a mask of zeros.</summary>
    private static byte[] Masked(string text) => [0x81, (byte)(0x80 | text.Length), 0, 0, 0, 0, .. Encoding.ASCII.GetBytes(text)];
}
