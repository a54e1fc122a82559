using Microsoft.AspNetCore.Http;

namespace Capsule.AspNetCore.Identity;

/// <summary>From which pages sockets may come. Browsers let any page open a socket, with the user's cookies.</summary>
internal static class Origins
{
    /// <summary>True without an origin, for the server's own, and for those that are allowed.</summary>
    public static bool IsAllowed(HttpRequest request, IEnumerable<string> allowed)
    {
        string? origin = request.Headers.Origin;
        return string.IsNullOrEmpty(origin)
            || Same(origin, $"{request.Scheme}://{request.Host}")
            || allowed.Any(other => Same(origin, other.TrimEnd('/')));
    }

    private static bool Same(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
