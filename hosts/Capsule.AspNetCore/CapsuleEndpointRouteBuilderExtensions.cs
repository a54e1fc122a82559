using System.Diagnostics.CodeAnalysis;
using Capsule;
using Capsule.AspNetCore;
using Capsule.AspNetCore.Endpoints;
using Capsule.AspNetCore.Identity;
using Capsule.AspNetCore.Sockets;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Maps Capsule's addresses.</summary>
public static class CapsuleEndpointRouteBuilderExtensions
{
    /// <summary>
    /// Serves trees at <c>path/root/key</c>, by WebSocket, and the browser's files for pages without a toolchain at <c>path/client.js</c> and
    /// <c>path/models.js</c>, with declarations.
    /// </summary>
    /// <returns>To add conventions for the sockets. Authorization that is required here is asked when a client joins, and its refusal is told in the
    /// protocol: a browser could not read a refused upgrade. The files are for everybody, for they hold names and no data: those of models and members that whoever
    /// asks, by cookie or in the header <c>Authorization</c>, may see. The application's fallback policy, or a group around this call, may say otherwise.</returns>
    /// <exception cref="InvalidOperationException"><c>AddCapsule()</c> was not called.</exception>
    public static IEndpointConventionBuilder MapCapsule(this IEndpointRouteBuilder endpoints, [StringSyntax("Route")] string path = "/capsule")
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        SocketEndpoint sockets = endpoints.ServiceProvider.GetService<SocketEndpoint>()
            ?? throw new InvalidOperationException("Call builder.Services.AddCapsule() before MapCapsule, and AddRoot for each class of root.");
        ClientFiles files = endpoints.ServiceProvider.GetRequiredService<ClientFiles>();
        RootsWithoutReaders.Warn(endpoints.ServiceProvider.GetRequiredService<ICapsuleHost>(), endpoints.ServiceProvider.GetRequiredService<ILoggerFactory>());
        RouteGroupBuilder group = endpoints.MapGroup(path);
        foreach ((string name, RequestDelegate serve) in files.All)
        {
            group.MapMethods(name, [HttpMethods.Get, HttpMethods.Head], serve).ExcludeFromDescription();
        }

        IEndpointConventionBuilder socket = group.MapMethods("{root}/{**key}", [HttpMethods.Get, HttpMethods.Connect], WithWebSockets(endpoints, sockets.ServeAsync));
        socket.WithDisplayName("Capsule").ExcludeFromDescription().DisableRequestTimeout();
        socket.Finally(JoinPolicies.TakeOver);
        return socket;
    }

    /// <summary>The application need not call <c>UseWebSockets</c> for this.</summary>
    private static RequestDelegate WithWebSockets(IEndpointRouteBuilder endpoints, RequestDelegate serve)
    {
        IApplicationBuilder pipeline = endpoints.CreateApplicationBuilder();
        pipeline.UseWebSockets();
        pipeline.Run(serve);
        return pipeline.Build();
    }
}
