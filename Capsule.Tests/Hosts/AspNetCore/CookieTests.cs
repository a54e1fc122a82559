using Capsule.AspNetCore;
using Capsule.Protocol;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Capsule.Tests.Hosts.AspNetCore;

/// <summary>How does an application with cookies know its users over time?</summary>
[Parallelizable]
internal sealed class CookieTests
{
    [Test]
    public async Task A_forged_cookie_is_nobodys()
    {
        await using Server server = await ServeAsync();
        await using Server another = await ServeAsync();
        string cookie = await server.CookieAsync("anna");
        int middle = cookie.Length / 2;
        string changed = cookie[..middle] + (cookie[middle] == 'A' ? 'B' : 'A') + cookie[(middle + 1)..];

        foreach (string forged in new[] { changed, await another.CookieAsync("anna") })
        {
            await using SocketClient client = await SocketClient.OpenAsync(server, cookie: forged);
            await client.JoinAsync();
            await IdentityTests.EndsAsync(client, ErrorCode.Unauthenticated, 4001);
        }
    }

    [Test]
    public async Task A_session_ends_when_the_cookies_ticket_does_and_the_cookie_joins_no_more()
    {
        await using Server server = await ServeAsync();
        string cookie = await server.CookieAsync("anna");
        await using SocketClient anna = await SocketClient.OpenAsync(server, cookie: cookie);
        await anna.JoinedAsync();

        server.Time.Advance(TimeSpan.FromDays(15));

        await IdentityTests.EndsAsync(anna, ErrorCode.Expired, 4008);
        await using SocketClient again = await SocketClient.OpenAsync(server, cookie: cookie);
        await again.JoinAsync();
        await IdentityTests.EndsAsync(again, ErrorCode.Unauthenticated, 4001);
    }

    [Test]
    public async Task A_page_of_another_site_gains_nothing_by_the_cookie()
    {
        await using Server server = await ServeAsync();
        await using SocketClient client = await SocketClient.OpenAsync(server, cookie: await server.CookieAsync("anna"), origin: "https://evil.example");
        await client.JoinAsync();

        await IdentityTests.EndsAsync(client, ErrorCode.Forbidden, 4003);
    }

    [Test]
    public async Task Another_users_client_id_is_refused()
    {
        await using Server server = await ServeAsync();
        await using SocketClient anna = await SocketClient.MemberAsync(server);
        await using SocketClient bert = await SocketClient.OpenAsync(server, cookie: await server.CookieAsync("bert"), id: anna.Client);
        await bert.JoinAsync();

        await IdentityTests.EndsAsync(bert, ErrorCode.Forbidden, 4003);
    }

    [Test]
    public async Task What_the_application_says_of_the_cookie_now_counts_when_it_says_that_the_user_is_different()
    {
        var signedOut = new HashSet<string>();
        await using Server server = await ServeAsync(cookies => cookies.Events.OnValidatePrincipal = context =>
        {
            if (signedOut.Contains(context.Principal!.Identity!.Name!))
            {
                context.RejectPrincipal();
            }

            return Task.CompletedTask;
        });
        await using SocketClient anna = await SocketClient.MemberAsync(server);

        signedOut.Add("anna");
        await server.Services.GetRequiredService<CapsuleSessions>().InvalidateUserAsync("anna");

        await IdentityTests.EndsAsync(anna, ErrorCode.Unauthenticated, 4001);
    }

    private static Task<Server> ServeAsync(Action<CookieAuthenticationOptions>? cookies = null) => Server.StartAsync(
        services: services =>
        {
            services.Configure<CookieAuthenticationOptions>(CookieAuthenticationDefaults.AuthenticationScheme, options => cookies?.Invoke(options));
            services.AddAuthorizationBuilder().AddPolicy("members", policy => policy.RequireRole("member"));
        },
        map: application => application.MapCapsule("/capsule").RequireAuthorization("members"));
}
