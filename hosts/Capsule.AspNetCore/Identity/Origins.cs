using Microsoft.AspNetCore.Http;

namespace Capsule.AspNetCore.Identity;

/// <summary>From which pages sockets may come. Browsers let any page open a socket, with the user's cookies, and tell the page's origin.</summary>
internal static class Origins
{
    /// <summary>True without an origin, for the server's own, and for those that are allowed.</summary>
    public static bool IsAllowed(HttpRequest request, IEnumerable<string> allowed)
    {
        if (IsAbsent(request))
        {
            return true;
        }

        string? origin = Normalise(request.Headers.Origin.ToString());
        return origin is not null
            && (origin == Normalise($"{request.Scheme}://{request.Host}") || allowed.Any(other => origin == Normalise(other)));
    }

    /// <summary>A page always sends an origin with a socket. Without one it is no page, and a cookie proves nothing.</summary>
    public static bool IsAbsent(HttpRequest request) => request.Headers.Origin.Count == 0;

    /// <summary>Scheme, host and port in one spelling; null for what is no origin of a page, such as <c>null</c>.</summary>
    public static string? Normalise(string origin) =>
        Uri.TryCreate(origin, UriKind.Absolute, out Uri? uri) && uri.Host.Length > 0 && uri.PathAndQuery == "/" && uri.UserInfo.Length == 0
            ? uri.GetLeftPart(UriPartial.Authority)
            : null;
}
