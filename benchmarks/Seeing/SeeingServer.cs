using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Capsule.Benchmarks.Seeing;

/// <summary>A server of the trees that are watched; who comes is who they say.</summary>
internal sealed class SeeingServer : IDisposable
{
    private readonly WebApplication _app;

    public SeeingServer()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddCapsule().AddRoot<Plaza>().AddRoot<Arena>().AddRoot<Track>();
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
