using System.Net.Http.Json;
using System.Security.Claims;
using System.Text.Json;
using Capsule.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Capsule.Tests.Hosts.AspNetCore;

/// <summary>An application with halls and vaults, cookies and bearer tokens, on a port of its own.</summary>
internal sealed class Server : IAsyncDisposable
{
    private readonly WebApplication _application;

    private Server(WebApplication application) => _application = application;

    public Uri Address => new(_application.Urls.Single());

    public string Origin => Address.GetLeftPart(UriPartial.Authority);

    public IServiceProvider Services => _application.Services;

    public FakeTimeProvider Time => (FakeTimeProvider)Services.GetRequiredService<TimeProvider>();

    public static async Task<Server> StartAsync(
        Action<CapsuleOptions>? options = null,
        Action<CapsuleBuilder>? roots = null,
        Action<IServiceCollection>? services = null,
        Func<WebApplication, IEndpointConventionBuilder>? map = null)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<TimeProvider>(new FakeTimeProvider(DateTimeOffset.UtcNow));
        builder.Services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie().AddBearerToken();
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        services?.Invoke(builder.Services);
        CapsuleBuilder capsule = builder.Services.AddCapsule(options);
        roots ??= capsule => capsule
            .AddRoot<Hall>(root =>
            {
                root.CreateOnJoin = true;
                root.Seed = (hall, key) => hall.Title = key;
            })
            .AddRoot<Vault>(root =>
            {
                root.CreateOnJoin = true;
                root.Key = user => $"of-{user.Id ?? "nobody"}";
            });
        roots(capsule);

        WebApplication application = builder.Build();
        application.MapGet("/sign-in/{scheme}/{name}/{role?}", SignInAsync).AllowAnonymous();
        (map ?? (application => application.MapCapsule("/capsule")))(application);
        await application.StartAsync();
        return new Server(application);
    }

    /// <summary>A cookie of somebody who has signed in.</summary>
    public async Task<string> CookieAsync(string name, string role = "member")
    {
        using var client = new HttpClient { BaseAddress = Address };
        using HttpResponseMessage response = await client.GetAsync($"/sign-in/{CookieAuthenticationDefaults.AuthenticationScheme}/{name}/{role}");
        return response.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
    }

    /// <summary>A bearer token of somebody.</summary>
    public async Task<string> TokenAsync(string name, string role = "member")
    {
        using var client = new HttpClient { BaseAddress = Address };
        JsonElement token = await client.GetFromJsonAsync<JsonElement>($"/sign-in/{BearerTokenDefaults.AuthenticationScheme}/{name}/{role}");
        return token.GetProperty("accessToken").GetString()!;
    }

    /// <summary>The whole tree, with server-only members.</summary>
    public async Task<string> ReadAsync(string key = "42") =>
        (await Services.GetRequiredService<ICapsuleHost>().ReadAsync(new TreeAddress("", "hall", key))).ToString();

    public Task StopAsync() => _application.StopAsync();

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private static Task SignInAsync(HttpContext context)
    {
        string scheme = (string)context.Request.RouteValues["scheme"]!;
        var identity = new ClaimsIdentity(scheme);
        identity.AddClaim(new Claim(ClaimTypes.Name, (string)context.Request.RouteValues["name"]!));
        identity.AddClaim(new Claim(ClaimTypes.Role, (string?)context.Request.RouteValues["role"] ?? ""));
        return context.SignInAsync(scheme, new ClaimsPrincipal(identity));
    }
}
