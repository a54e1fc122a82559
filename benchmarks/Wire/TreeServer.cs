using System.Security.Claims;
using Capsule.AspNetCore;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Capsule.Benchmarks.Wire;

/// <summary>A server of trees; who comes is who they say.</summary>
internal sealed class TreeServer : IDisposable
{
    private readonly WebApplication _app;

    public TreeServer(Action<CapsuleBuilder> roots, Action<CapsuleOptions>? configure = null)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        roots(builder.Services.AddCapsule(configure));
        _app = builder.Build();
        _app.UseWebSockets();
        _app.Use(static (context, next) =>
        {
            string[] user = context.Request.Query["user"].ToString().Split(':');
            context.User = new ClaimsPrincipal(new ClaimsIdentity([new(ClaimTypes.Name, user[0]), new(ClaimTypes.Role, user[^1])], "benchmark"));
            return next();
        });
        _app.MapCapsule("/capsule");
        _app.Start();
        Address = _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First().Replace("http:", "ws:") + "/capsule";
        Host = (InProcessHost)_app.Services.GetRequiredService<ICapsuleHost>();
    }

    public string Address { get; }

    public InProcessHost Host { get; }

    public void Dispose() => ((IDisposable)_app).Dispose();
}
