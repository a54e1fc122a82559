using System.Net;
using System.Net.Http.Headers;
using Capsule.AspNetCore;
using Microsoft.Extensions.DependencyInjection;

namespace Capsule.Tests.Hosts.AspNetCore;

/// <summary>Who is told which names by the mirrors that the server serves?</summary>
[Parallelizable]
internal sealed class NarrowedFileTests
{
    private static readonly string[] ForPorters = ["watchword", "isGuarded"];
    private static readonly string[] ForWardens = ["cellars", "dungeon", "prisoner", "shackle", "lockdown"];
    private static readonly string[] ForAuditors = ["takings"];
    private static readonly string[] Files = ["models.js", "models.d.ts"];

    [Test]
    public async Task Each_is_told_what_such_a_user_may_see_and_of_nothing_else_the_name()
    {
        await using Server server = await ServeAsync();
        foreach (string file in Files)
        {
            await KnowsAsync(server, file, null, [], [ForPorters, ForWardens, ForAuditors]);
            await KnowsAsync(server, file, await server.CookieAsync("mia", "member"), [], [ForPorters, ForWardens, ForAuditors]);
            await KnowsAsync(server, file, await server.CookieAsync("paul", "porter"), [ForPorters], [ForWardens, ForAuditors]);
            await KnowsAsync(server, file, await server.CookieAsync("wilma", "warden"), [ForPorters, ForWardens], [ForAuditors]);
            await KnowsAsync(server, file, await server.CookieAsync("anna", "member"), [ForAuditors], [ForPorters, ForWardens]);
        }
    }

    [Test]
    public async Task A_token_in_the_header_counts_as_a_cookie_does()
    {
        await using Server server = await ServeAsync();
        using HttpResponseMessage response = await GetAsync(server, "models.js", authorization: new("Bearer", await server.TokenAsync("wilma", "warden")));
        using HttpResponseMessage forged = await GetAsync(server, "models.js", authorization: new("Bearer", "made-up"));

        Assert.That(await response.Content.ReadAsStringAsync(), Does.Contain("dungeons"));
        Assert.That(await forged.Content.ReadAsStringAsync(), Does.Contain("class Lodge").And.Not.Contain("dungeons").And.Not.Contain("watchword"));
    }

    [Test]
    public async Task A_page_of_another_site_is_told_what_nobody_in_particular_is()
    {
        await using Server server = await ServeAsync(options => options.AllowedOrigins.Add("https://app.example.com"));
        string cookie = await server.CookieAsync("wilma", "warden");
        using HttpResponseMessage evil = await GetAsync(server, "models.js", cookie, origin: "https://evil.example");
        using HttpResponseMessage allowed = await GetAsync(server, "models.js", cookie, origin: "https://app.example.com");
        using HttpResponseMessage own = await GetAsync(server, "models.js", cookie, origin: server.Origin);

        Assert.That(await evil.Content.ReadAsStringAsync(), Does.Not.Contain("dungeons"));
        Assert.That(await allowed.Content.ReadAsStringAsync(), Does.Contain("dungeons"));
        Assert.That(await own.Content.ReadAsStringAsync(), Does.Contain("dungeons"));
    }

    [Test]
    public async Task Caches_keep_what_is_for_one_from_another()
    {
        await using Server server = await ServeAsync();
        string cookie = await server.CookieAsync("wilma", "warden");
        foreach (string file in Files)
        {
            using HttpResponseMessage warden = await GetAsync(server, file, cookie);
            using HttpResponseMessage again = await GetAsync(server, file, await server.CookieAsync("wolf", "warden"), etag: warden.Headers.ETag);
            using HttpResponseMessage nobody = await GetAsync(server, file, etag: warden.Headers.ETag);

            Assert.That(warden.Headers.CacheControl!.ToString(), Is.EqualTo("no-cache, private"));
            Assert.That(warden.Headers.Vary, Is.EquivalentTo(["Authorization", "Cookie", "Origin"]));
            Assert.That(again.StatusCode, Is.EqualTo(HttpStatusCode.NotModified), "others who may see the same have the same");
            Assert.That(again.Headers.CacheControl!.Private, Is.True);
            Assert.That(nobody.StatusCode, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(nobody.Headers.ETag, Is.Not.EqualTo(warden.Headers.ETag));
            Assert.That(nobody.Headers.Vary, Is.Not.Empty);
        }
    }

    [Test]
    public async Task Where_nothing_is_for_some_only_caches_may_share_and_nobody_is_asked_for()
    {
        int asked = 0;
        await using Server server = await Server.StartAsync(services: services => services.AddAuthorizationBuilder().AddPolicy("audits", policy => policy.RequireAssertion(_ => ++asked > 0)));
        using HttpResponseMessage response = await GetAsync(server, "models.js", await server.CookieAsync("wilma", "warden"));

        Assert.That(response.Headers.CacheControl!.ToString(), Is.EqualTo("no-cache"));
        Assert.That(response.Headers.Vary, Is.Empty);
        Assert.That(asked, Is.Zero);
    }

    /// <summary>A server with a lodge, whose policy asks for a name.</summary>
    internal static Task<Server> ServeAsync(Action<CapsuleOptions>? options = null) => Server.StartAsync(
        options,
        roots: capsule => capsule.AddRoot<Lodge>(root => root.CreateOnJoin = true),
        services: services => services.AddAuthorizationBuilder().AddPolicy("audits", policy => policy.RequireUserName("anna")));

    private static async Task KnowsAsync(Server server, string file, string? cookie, string[][] told, string[][] hidden)
    {
        using HttpResponseMessage response = await GetAsync(server, file, cookie);
        string text = await response.Content.ReadAsStringAsync();

        Assert.That(text, Does.Contain("class Lodge").And.Contain("class Chamber").And.Not.Contain('⟦').And.Not.Contain('⟧'));
        Assert.That(told.SelectMany(names => names).Where(name => !text.Contains(name, StringComparison.OrdinalIgnoreCase)), Is.Empty);
        Assert.That(hidden.SelectMany(names => names).Where(name => text.Contains(name, StringComparison.OrdinalIgnoreCase)), Is.Empty);
        Assert.That(text, Does.Not.Contain("roles").And.Not.Contain("porter").And.Not.Contain("warden").And.Not.Contain("audits"), "who may is nobody's business");
    }

    private static async Task<HttpResponseMessage> GetAsync(
        Server server, string file, string? cookie = null, string? origin = null, EntityTagHeaderValue? etag = null, AuthenticationHeaderValue? authorization = null)
    {
        using var http = new HttpClient(new HttpClientHandler { UseCookies = false }) { BaseAddress = server.Address };
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/capsule/{file}");
        request.Headers.Authorization = authorization;
        foreach ((string name, string? value) in new[] { ("Cookie", cookie), ("Origin", origin), ("If-None-Match", etag?.ToString()) })
        {
            if (value is not null)
            {
                request.Headers.Add(name, value);
            }
        }

        return await http.SendAsync(request);
    }
}
