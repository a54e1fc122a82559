using Capsule.Protocol;
using Capsule.Tests.Hosts.AspNetCore;

namespace Capsule.Tests.Attacks;

/// <summary>Tokens that are not what they say. Cookies, origins and made-up tokens have their tests in <see cref="IdentityTests"/>.</summary>
[Parallelizable]
internal sealed class TokenAttackTests
{
    [Test]
    public async Task A_token_that_was_tampered_with_is_refused()
    {
        await using Server server = await Siege.StartAsync();
        char[] token = (await server.TokenAsync("mallory")).ToCharArray();
        int middle = token.Length / 2;
        token[middle] = token[middle] == 'A' ? 'B' : 'A';

        await RefusedAsync(server, new string(token));
    }

    [Test]
    public async Task A_token_of_another_server_is_refused()
    {
        await using Server server = await Siege.StartAsync();
        await using Server another = await Siege.StartAsync();

        await RefusedAsync(server, await another.TokenAsync("mallory"));
    }

    [Test]
    public async Task A_token_that_ran_out_is_refused()
    {
        await using Server server = await Siege.StartAsync();
        string token = await server.TokenAsync("mallory");
        server.Time.Advance(TimeSpan.FromHours(2));

        await RefusedAsync(server, token);
    }

    [Test]
    public async Task A_cookie_of_another_server_says_nothing()
    {
        await using Server server = await Siege.StartAsync();
        await using Server another = await Siege.StartAsync();
        await using SocketClient mallory = await SocketClient.OpenAsync(server, "fortress/42", await another.CookieAsync("mallory"));
        await mallory.JoinAsync();

        await IdentityTests.EndsAsync(mallory, ErrorCode.Unauthenticated, 4001);
    }

    private static async Task RefusedAsync(Server server, string token)
    {
        await using SocketClient mallory = await SocketClient.OpenAsync(server, "fortress/42");
        await mallory.JoinAsync(token);

        await IdentityTests.EndsAsync(mallory, ErrorCode.Unauthenticated, 4001);
    }
}
