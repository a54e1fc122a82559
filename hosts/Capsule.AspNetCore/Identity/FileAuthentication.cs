using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Capsule.AspNetCore.Identity;

/// <summary>Finds out who asks for a file, as at a join, and refuses nobody: who cannot be told is anonymous. A script tag brings a cookie and no token; the application's own <c>fetch</c> may bring one.</summary>
internal sealed class FileAuthentication(IOptions<CapsuleOptions> options)
{
    /// <param name="context">The request.</param>
    /// <param name="policies">Those that are tried for somebody who has signed in.</param>
    public async Task<CapsuleUser> FindAsync(HttpContext context, IEnumerable<string> policies)
    {
        // A browser tells the origin of a page of another site, and sends the user's cookies with what that page asks for.
        ClaimsPrincipal? principal = Origins.IsAllowed(context.Request, options.Value.AllowedOrigins) ? await AuthenticateAsync(context).ConfigureAwait(false) : null;
        if (principal?.Identity?.IsAuthenticated != true)
        {
            return CapsuleUser.Anonymous;
        }

        var user = new CapsuleUser(principal, await HeldPolicies.FindAsync(context, principal, policies).ConfigureAwait(false));
        return CapsuleUser.IsGuestId(user.Id) ? CapsuleUser.Anonymous : user;
    }

    private async Task<ClaimsPrincipal?> AuthenticateAsync(HttpContext context)
    {
        bool hasToken = context.Request.Headers.Authorization.ToString().StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase);
        string? scheme = context.RequestServices.GetService<IAuthenticationSchemeProvider>() is { } schemes
            ? await TokenSchemes.FindAsync(schemes, options.Value.TokenScheme, hasToken).ConfigureAwait(false)
            : null;

        // Without a scheme of the application's, its own middleware may have said who it is.
        return scheme is null ? context.User : (await context.AuthenticateAsync(scheme).ConfigureAwait(false)).Principal;
    }
}
