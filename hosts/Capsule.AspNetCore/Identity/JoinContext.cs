using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Capsule.AspNetCore.Identity;

/// <summary>A request like the one that became the socket. Authentication handlers keep their answer for the length of a request, and here they are
/// to be asked again, at each join and renewal, with a token that the request did not have.</summary>
internal static class JoinContext
{
    public static HttpContext Of(HttpContext upgrade, IServiceProvider services, string? token)
    {
        var context = new DefaultHttpContext { RequestServices = services, User = upgrade.User, TraceIdentifier = upgrade.TraceIdentifier };
        CopyRequest(upgrade.Request, context.Request);
        context.SetEndpoint(upgrade.GetEndpoint());
        context.Connection.Id = upgrade.Connection.Id;
        context.Connection.RemoteIpAddress = upgrade.Connection.RemoteIpAddress;
        context.Connection.RemotePort = upgrade.Connection.RemotePort;
        context.Connection.LocalIpAddress = upgrade.Connection.LocalIpAddress;
        context.Connection.LocalPort = upgrade.Connection.LocalPort;
        context.Connection.ClientCertificate = upgrade.Connection.ClientCertificate;
        if (token is not null)
        {
            context.Request.Headers[HeaderNames.Authorization] = $"Bearer {token}";
        }

        if (Origins.IsAbsent(upgrade.Request))
        {
            context.Request.Headers.Remove(HeaderNames.Cookie);
        }

        return context;
    }

    private static void CopyRequest(HttpRequest from, HttpRequest to)
    {
        to.Method = from.Method;
        to.Scheme = from.Scheme;
        to.Host = from.Host;
        to.PathBase = from.PathBase;
        to.Path = from.Path;
        to.QueryString = from.QueryString;
        to.Protocol = from.Protocol;
        to.RouteValues = new(from.RouteValues);
        foreach ((string name, StringValues value) in from.Headers)
        {
            to.Headers[name] = value;
        }
    }
}
